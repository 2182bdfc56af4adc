import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { mutate } from "../src/admin-call";
import { desktop, newPerson, phone, picture } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";

let all: LetterHouse;

beforeAll(async () => {
  all = await raiseLetterHouse();
});
afterAll(async () => {
  await all.close();
});

type Words = Record<
  "code" | "find" | "letter" | "next" | "name" | "email" | "yesConfirm" | "oneByOne" | "following" | "opens",
  string | RegExp
>;
const words: Record<"en" | "fr", Words> = {
  en: {
    code: "Your postal code",
    find: "Find my representatives",
    letter: "Continue to the letter",
    next: "Continue",
    name: "Your name",
    email: "Your e-mail address",
    yesConfirm: /Yes, send my/,
    oneByOne: /See all \d+/,
    following: "Next letter",
    opens: "Open my mail app",
  },
  fr: {
    code: "Votre code postal",
    find: "Trouver mes élus",
    letter: "Passer à la lettre",
    next: "Continuer",
    name: "Votre nom",
    email: "Votre adresse courriel",
    yesConfirm: /^Oui, envoyer/,
    oneByOne: /Voir les \d+/,
    following: "Lettre suivante",
    opens: "Ouvrir ma messagerie",
  },
};

/** A screen as it must be in both sizes and both schemes: whole on a phone, and nothing serious for those who use aids. */
const look = async (page: Page, name: string): Promise<void> => {
  for (const [size, viewport, checked] of [
    ["phone", phone, "light"],
    ["desktop", desktop, "dark"],
  ] as const) {
    await page.setViewportSize(viewport);
    const wide = () => page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    await expect.poll(wide, { message: `${name} ${size} scrolls to the side` }).toBeLessThanOrEqual(0);
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await picture(page, `public-${name}-${size}-${scheme}`);
      // Each size and each scheme once: what differs between the four is colour or width, never both.
      if (scheme === checked) expect.soft(await seriousFindings(page), `${name} ${size} ${scheme}`).toEqual([]);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(phone);
};

const council = {
  kind: "WHOLE_COUNCIL",
  setSlug: "toronto-city-council",
  setName: "Toronto City Council",
  level: "MUNICIPAL",
  offices: [],
};
const article = {
  description: "The last bus now leaves at nine.\n\nNurses, cooks and students walk home.",
  callToAction: "Ask your representatives to bring the night bus back before the council votes.",
  coverPhoto: null,
};
const inFrench = {
  fr: {
    title: "Gardons l’autobus de nuit",
    description: "Le dernier autobus part maintenant à vingt et une heures.\n\nInfirmières, cuisiniers et étudiantes rentrent à pied.",
    callToAction: "Demandez à vos élus de ramener l’autobus de nuit avant le vote du conseil.",
    emailSubject: "Ramenez l’autobus de nuit",
    emailBody: "Bonjour {{REPRESENTATIVE_NAME}},\n\nvotez pour l’autobus de nuit, s’il vous plaît.\n\nMerci.",
  },
};

it.each(["en", "fr"] as const)("shows every step of a letter, whole and readable (%s)", async (language) => {
  const w = words[language];
  const at = language === "fr" ? "/fr" : "";
  const shown = (name: string) => `${name}-${language}`;
  const soon = (days: number) => new Date(Date.now() + days * 86_400_000);
  const { slug } = await all.publish({
    ...article,
    translations: inFrench,
    targetGovernmentLevels: ["FEDERAL", "PROVINCIAL", "MUNICIPAL"],
    decisionAt: soon(9),
    submissionDeadline: soon(7),
    agendaItem: "Item 7.2",
    clerkName: "Kim Ward",
    clerkEmail: "clerk@council.example",
    publicRecord: true,
    askStreet: true,
    personalPrompt: "What does the bus mean to you?",
    allowEmailEditing: true,
    allowMailtoLink: true,
    allowPrint: true,
    allowCalls: true,
    highlightCampaign: true,
    verifySender: true,
  });
  const person = await newPerson(all.browser, { baseUrl: all.house.url, viewport: phone, locale: language === "fr" ? "fr-CA" : "en-CA" });
  const { page } = person;
  await page.goto(`${at}/campaigns`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await look(page, shown("list"));
  await page.goto(`${at}/c/${slug}`);
  await look(page, shown("campaign"));
  await page.getByLabel(w.code).fill("M5V");
  await page.getByRole("button", { name: w.find }).click();
  await page.locator("[aria-invalid=true]").waitFor();
  await look(page, shown("code-refused"));
  await page.getByLabel(w.code).fill("m5v 3l9");
  await page.getByRole("button", { name: w.find }).click();
  await page.getByText("Pat Ridings").first().waitFor();
  await look(page, shown("people"));
  await page.getByRole("button", { name: w.letter }).click();
  await page.locator(".paper-editable").waitFor();
  await look(page, shown("letter"));
  await page.getByRole("button", { name: w.next, exact: true }).click();
  await look(page, shown("you"));
  await page.getByLabel(w.name).fill("Noor Haddad");
  await page.getByLabel(w.email).fill(`${language}@example.org`);
  await page.locator("input[name=street]").fill("290 Bremner Boulevard");
  await page.getByRole("button", { name: w.next, exact: true }).click();
  await page.locator(".ways").waitFor();
  await look(page, shown("send"));
  await page.locator(".way button").first().click();
  await page.locator("[data-step=done]").waitFor();
  await look(page, shown("check-mail"));

  const mails = () => all.sink.mailsTo(`${language}@example.org`);
  await expect.poll(() => mails().length, { timeout: 30_000 }).toBe(1);
  await page.goto(/https?:\/\/\S+\/confirm\/[\w-]+/.exec(mails()[0]?.mail.text ?? "")?.[0] ?? "");
  await look(page, shown("confirm"));
  const link = page.url();
  await page.getByRole("button", { name: w.yesConfirm }).click();
  await page.waitForURL(/receipt/);
  await expect.poll(() => all.sink.mailsTo("mp2@example.org").length, { timeout: 30_000 }).toBeGreaterThan(0);
  await look(page, shown("receipt"));
  await page.locator("details.erase summary").click();
  await page.locator("details.erase").scrollIntoViewIfNeeded();
  await look(page, shown("about-me"));
  await page.goto(link);
  await look(page, shown("link-used"));
  await page.goto(`${at}/receipt/${"x".repeat(43)}`);
  await look(page, shown("no-receipt"));
  await page.goto(`${at}/nothing/here`);
  await look(page, shown("not-found"));
  expect(person.faults.filter((fault) => !/40[04]|410/.test(fault))).toEqual([]);
});

it.each(["en", "fr"] as const)("shows a whole council, letters by other hands, and closed pages (%s)", async (language) => {
  const w = words[language];
  const at = language === "fr" ? "/fr" : "";
  const shown = (name: string) => `${name}-${language}`;
  const { id, slug } = await all.publish({
    ...article,
    title: "The whole council",
    translations: inFrench,
    targets: [council],
    targetGovernmentLevels: ["MUNICIPAL"],
    allowSmtpEmail: false,
    allowMailtoLink: true,
    allowPrint: true,
  });
  const person = await newPerson(all.browser, { baseUrl: all.house.url, viewport: phone, locale: language === "fr" ? "fr-CA" : "en-CA" });
  const { page } = person;
  await page.goto(`${at}/c/${slug}`);
  await page.getByText(w.oneByOne).waitFor();
  await look(page, shown("council"));
  await page.getByRole("button", { name: w.letter }).click();
  await page.getByRole("button", { name: w.following }).click();
  await look(page, shown("council-letter"));
  await page.getByRole("button", { name: w.next, exact: true }).click();
  await page.getByLabel(w.name).fill("Noor Haddad");
  await page.getByLabel(w.email).fill("noor@example.org");
  await page.getByRole("button", { name: w.next, exact: true }).click();
  await page.locator(".way button").first().click();
  await page.getByRole("link", { name: w.opens }).first().click();
  await page.locator(".did-you").first().waitFor();
  await look(page, shown("mailto-question"));
  expect(person.faults).toEqual([]);

  for (const step of ["pause", "archive"] as const) {
    await mutate(all.admin, `admin/influence.campaigns.${step}`, { id });
    await page.goto(`${at}/c/${slug}`);
    await look(page, shown(`closed-${step}`));
  }
});
