import { startRepresentReplay } from "@cml/integrations/represent";
import type { Browser, Page } from "playwright-core";
import { mutate } from "./admin-call";
import { newPerson, startBrowser } from "./browser";
import { enterAdmin } from "./enter-admin";
import { administratorOf, type House, raiseHouse } from "./house";
import { startMailSink } from "./mail-sink";

export type Published = { id: string; slug: string };

export type LetterHouse = {
  house: House;
  browser: Browser;
  sink: Awaited<ReturnType<typeof startMailSink>>;
  represent: Awaited<ReturnType<typeof startRepresentReplay>>;
  /** A page of the signed-in administrator. */
  admin: Page;
  /** A live campaign with these fields besides the usual words. */
  publish: (fields: object) => Promise<Published>;
  /** Somebody on a campaign's own list. */
  name: (campaign: Published, person: { recipientName: string; recipientEmail: string; recipientTitle: string }) => Promise<void>;
  /** Stops what was started, from the last to the first. */
  close: () => Promise<void>;
};

/**
 * The product with a mailbox for every letter, a directory of recorded people (`answers` are further codes), a browser and a
 * signed-in administrator.
 */
export const raiseLetterHouse = async (
  env: Record<string, string> = {},
  mailbox: Parameters<typeof startMailSink>[0] = {},
  answers: Record<string, object> = {},
): Promise<LetterHouse> => {
  const undo: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const sink = await startMailSink(mailbox);
    undo.push(() => sink.close());
    const represent = await startRepresentReplay({ answers });
    undo.push(() => represent.stop());
    const mail = { SMTP_HOST: "127.0.0.1", SMTP_PORT: String(sink.port), SMTP_FROM: "letters@act.example.org" };
    const house = await raiseHouse({ env: { ...mail, REPRESENT_URL: represent.baseUrl, ...env } });
    undo.push(() => house.stop());
    const browser = await startBrowser();
    undo.push(() => browser.close());
    const { page: admin } = await newPerson(browser, { baseUrl: house.url });
    await enterAdmin(admin, administratorOf(house));
    return { house, browser, sink, represent, admin, publish: publishing(admin), name: naming(admin), close };
  } catch (error) {
    await close();
    throw error;
  }
};

const publishing =
  (admin: Page): LetterHouse["publish"] =>
  async (fields) => {
    const words = {
      title: "Keep the night bus running",
      emailSubject: "Bring back the night bus",
      emailBody: "Dear {{REPRESENTATIVE_NAME}},\n\nplease vote for the night bus.\n\nThank you.",
      targetGovernmentLevels: ["FEDERAL"],
      verifySender: false,
      allowMailtoLink: false,
      allowPrint: false,
    };
    const campaign = await mutate<Published>(admin, "admin/influence.campaigns.create", { ...words, ...fields });
    await mutate(admin, "admin/influence.campaigns.publish", { id: campaign.id, acceptMissingTranslations: true });
    return campaign;
  };

const nothingElse = {
  recipientOrganization: null,
  notes: null,
  isActive: true,
  level: null,
  phone: null,
  postalAddress: null,
  contactUrl: null,
  partyName: null,
  gender: null,
  preferredLocale: null,
  areaSet: null,
  areaId: null,
  translations: null,
};

const naming =
  (admin: Page): LetterHouse["name"] =>
  async ({ id }, person) => {
    await mutate(admin, "admin/influence.targets.recipients.save", { id: null, campaignId: id, ...nothingElse, ...person });
  };
