import type { Browser, Page } from "playwright-core";
import { newPerson, startBrowser } from "./browser";
import { enterAdmin } from "./enter-admin";
import { administratorOf, type House, raiseHouse } from "./house";

export type AdminScene = {
  house: House;
  browser: Browser;
  admin: Page;
  /** What the administrator's pages complained about. */
  faults: string[];
  stop: () => Promise<void>;
};

type Given = Parameters<typeof raiseHouse>[0] & {
  /** What stands in the house before anybody looks. */ furnish?: (house: House) => Promise<unknown>;
};

/** A house with its administrator signed in; what was started is stopped from the last to the first, also when the next one would not start. */
export const raiseAdminScene = async ({ furnish, ...options }: Given = {}): Promise<AdminScene> => {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.reverse()) await step();
  };
  try {
    const house = await raiseHouse(options);
    undo.push(() => house.stop());
    await furnish?.(house);
    const browser = await startBrowser();
    undo.push(() => browser.close());
    const { page: admin, faults } = await newPerson(browser, { baseUrl: house.url });
    await enterAdmin(admin, administratorOf(house));
    return { house, browser, admin, faults, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
