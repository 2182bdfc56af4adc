import type { Page } from "playwright-core";
import type { LettersScene } from "./letters-scene";

export type Screen = {
  name: string;
  /** Below /admin. */
  address: string;
  /** What is opened by hand before one looks; by place, since it is done in both languages. */
  open?: (page: Page) => Promise<void>;
};

const dialog = (page: Page) => page.getByRole("dialog").waitFor();
const press =
  (selector: string) =>
  async (page: Page): Promise<void> => {
    await page.locator(selector).first().click();
  };
const pressFor = (selector: string) => async (page: Page) => {
  await press(selector)(page);
  await dialog(page);
};
/** A row is opened as from the keyboard, so that it makes no difference where its buttons are. */
const enterRow = (place: number) => async (page: Page) => {
  await page.locator("tbody tr[tabindex]").nth(place).press("Enter");
  await dialog(page);
};

/** Opens every section of the campaign's form. */
const openSections = async (page: Page): Promise<void> => {
  const closed = page.locator(".mantine-Accordion-control[aria-expanded=false]");
  while ((await closed.count()) > 0) await closed.first().click();
};

/** Every screen of letters for the people who run campaigns. */
export const lettersScreens = ({ busy, waiting, draft }: LettersScene): Screen[] => [
  { name: "campaigns", address: "campaigns" },
  { name: "campaigns-nothing-found", address: "campaigns?q=zzz" },
  { name: "campaign-new", address: "campaigns/new", open: press("button[aria-pressed]") },
  { name: "campaign-edit", address: `campaigns/${draft.id}/edit`, open: openSections },
  { name: "campaign-draft", address: `campaigns/${draft.id}` },
  { name: "campaign-letters", address: `campaigns/${busy.id}` },
  { name: "campaign-waiting", address: `campaigns/${waiting.id}` },
  { name: "targets", address: `campaigns/${waiting.id}?tab=targets` },
  { name: "held-letters", address: `campaigns/${waiting.id}?tab=targets`, open: pressFor("td button[data-variant=light]") },
  { name: "people-import", address: `campaigns/${busy.id}?tab=targets`, open: pressFor("button:has(svg.tabler-icon-file-import)") },
  { name: "target-person", address: `campaigns/${busy.id}?tab=targets`, open: pressFor("button:has(svg.tabler-icon-pencil)") },
  { name: "versions", address: `campaigns/${busy.id}?tab=versions` },
  { name: "version", address: `campaigns/${busy.id}?tab=versions`, open: pressFor("button:has(svg.tabler-icon-pencil)") },
  { name: "samples", address: `campaigns/${busy.id}?tab=samples` },
  { name: "hand-in", address: `campaigns/${waiting.id}?tab=handIn` },
  { name: "statistics", address: `campaigns/${busy.id}?tab=statistics` },
  { name: "queue", address: "letters" },
  { name: "queue-failed", address: "letters?status=FAILED" },
  { name: "queue-uncertain", address: "letters?status=UNCERTAIN" },
  { name: "letter", address: "letters?status=RETURNED", open: enterRow(0) },
  { name: "letter-uncertain", address: "letters?status=UNCERTAIN", open: enterRow(0) },
  { name: "parked", address: "letters?tab=parked" },
  { name: "all-mail", address: "letters?tab=log" },
  { name: "replies", address: "replies" },
  { name: "reply", address: "replies", open: enterRow(2) },
  { name: "unsorted", address: "replies?kind=UNSORTED" },
  { name: "unsorted-mail", address: "replies?kind=UNSORTED", open: enterRow(0) },
  { name: "representatives", address: "representatives?code=M5V3L9" },
  { name: "representatives-vacant", address: "representatives?code=T6E4A1" },
  { name: "corrections", address: "representatives?tab=overrides" },
  { name: "correction", address: "representatives?tab=overrides", open: pressFor("button:has(svg.tabler-icon-plus)") },
  { name: "breaks", address: "representatives?tab=breaks" },
  { name: "break", address: "representatives?tab=breaks", open: pressFor("button:has(svg.tabler-icon-plus)") },
  { name: "sources", address: "representatives?tab=sources" },
  { name: "alerts", address: "representatives?tab=alerts" },
  { name: "settings", address: "settings" },
];
