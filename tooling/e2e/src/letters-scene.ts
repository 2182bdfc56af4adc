import fs from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { ask, mutate } from "./admin-call";
import type { startMailSink } from "./mail-sink";
import { bringMail } from "./bring-mail";

/** People of the campaign's own list whose mail servers give trouble. */
export const troubles = { unknown: ["lukasz@council.example"], dropped: ["ines@council.example"] };

const domain = "reply.example.org";
const hour = 3_600_000;
const inHours = (hours: number): Date => new Date(Date.now() + hours * hour);
/** A recorded mail, addressed to a letter of ours. */
const fixture = (name: string, address: string): string =>
  fs
    .readFileSync(path.resolve(import.meta.dirname, `../../fixtures/inbound-mail/${name}.eml`), "utf8")
    .replaceAll("b.0123456789abcdef0123456789abcdef@reply.example.org", address);
const letter = (subject: string) => ({
  emailSubject: subject,
  emailBody: `{{SALUTATION}},\n\n${subject.toLowerCase()}. I live in {{SENDER_CITY}} and use it every day.\n\nThank you.`,
});
const french = (title: string, subject: string) => ({
  fr: { title, emailSubject: subject, emailBody: `{{SALUTATION}},\n\n${subject}. J’habite {{SENDER_CITY}}.\n\nMerci.` },
});

const people = `Name;E-mail;Title
Béa Côté;bea@council.example;Clerk
Łukasz Iqaluk;lukasz@council.example;Minister of Transport
Inês de Souza-Montgomery;ines@council.example;Chair of the Standing Committee on Transport, Infrastructure and Communities
Ray Ho;ray@council.example;Trustee`;

const supporters = ["Noor Haddad", "Émile Gagné", "Jo Singh", "Anne-Marie Lévesque-Tremblay", "Sam Okafor"];

type Mail = Parameters<typeof bringMail>[0];
type Campaign = { id: string; slug: string };
type Stage = { page: Page; sink: Awaited<ReturnType<typeof startMailSink>>; inboundPort: number };
export type LettersScene = { busy: Campaign; waiting: Campaign; draft: Campaign };

/** A house in the middle of its work: campaigns of every status, letters in every state, answers, returns and calls. */
export const setLettersScene = async ({ page, sink, inboundPort }: Stage): Promise<LettersScene> => {
  const admin = <T>(name: string, input: object) => mutate<T>(page, `admin/${name}`, input);
  await admin("settings.siteSettings.update", { inboundMode: "smtp", inboundDomain: domain, inboundSmtpPort: inboundPort });
  const create = (input: object) => admin<Campaign>("influence.campaigns.create", input);
  const publish = ({ id }: Campaign) => admin("influence.campaigns.publish", { id, acceptMissingTranslations: true });
  const named = [{ kind: "NAMED_PEOPLE" }];
  const levels = ["MUNICIPAL"];
  const common = { targetGovernmentLevels: levels, verifySender: false, targets: named };

  const busy = await create({
    ...common,
    ...letter("Bring back the night bus"),
    title: "Keep the night bus running",
    description: "The last bus leaves at nine.",
    allowCalls: true,
    callScript: "Hello, I live in {{SENDER_CITY}}. Please bring back the night bus.",
    translations: french("Sauvons le bus de nuit", "Rétablissez le bus de nuit"),
    targets: [{ kind: "MY_REPRESENTATIVES", levels, offices: [] }, { kind: "NAMED_PEOPLE" }],
  });
  const waiting = await create({
    ...common,
    ...letter("Fund the pool on Ash Street"),
    title: "Save the pool on Ash Street before council votes on the four-year capital budget",
    translations: french("Sauvons la piscine de la rue Ash", "Financez la piscine"),
    submissionDeadline: inHours(30),
    agendaItem: "Item 7.2",
  });
  const draft = await create({
    ...common,
    ...letter("Clean air in every classroom"),
    title: "Clean air in every classroom",
    embedOrigins: ["https://parents.example.org"],
  });
  const paused = await create({ ...common, ...letter("Open the library on Sundays"), title: "A library that opens on Sundays" });
  const old = await create({ ...common, ...letter("Plant trees on Main Street"), title: "Trees for Main Street" });
  for (const { id } of [busy, waiting, paused, old]) {
    await admin("influence.targets.recipients.import", { campaignId: id, text: people, mapping: null, areaSet: null, areaId: null });
    await publish({ id, slug: "" });
  }
  await admin("influence.campaigns.update", { id: waiting.id, changes: { sendFrom: inHours(29) } });
  await admin("influence.campaigns.pause", { id: paused.id });
  await admin("influence.campaigns.archive", { id: old.id });
  await admin("influence.campaigns.setPreviewLink", { id: draft.id, shared: true });
  await admin("influence.targets.versions.save", {
    ...{ id: null, campaignId: busy.id, name: "Thanks for the vote", handling: "THANK", positions: [], parties: [], levels: [] },
    ...{ locale: null, subject: "Thank you for the night bus", body: "{{SALUTATION}},\n\nthank you for your vote.", translations: null },
  });

  let from = 0;
  /** Each supporter writes from an address of her own to all the people, or to those named. */
  const write = async ({ slug }: Campaign, name: string, { source, to }: { source?: string; to?: RegExp }) => {
    const place = { campaignSlug: slug, postalCode: "M5V3L9", locale: "en", districts: [] };
    const { targets } = await ask<{ targets: { id: string; name: string; hasEmail: boolean }[] }>(
      page,
      "public/influence.representatives.lookUp",
      place,
    );
    const chosen = targets.filter((target) => target.hasEmail && (to === undefined || to.test(target.name)));
    const email = `${name
      .normalize("NFD")
      .replace(/[^a-z]/gi, "")
      .toLowerCase()}@example.org`;
    const submission = {
      ...place,
      submissionId: crypto.randomUUID(),
      name,
      email,
      source: source ?? null,
      targetIds: chosen.map(({ id }) => id),
    };
    await page.context().setExtraHTTPHeaders({ "x-forwarded-for": `198.51.100.${(from += 1)}` });
    await mutate(page, "public/influence.letters.submit", submission);
  };
  // The third refusal in a row parks an address; the last letter to it waits.
  for (const [index, name] of supporters.entries()) await write(busy, name, index % 2 === 0 ? { source: "flyer" } : {});
  for (const name of supporters) await write(waiting, name, { to: /Côté|Ho/ });
  await admin("influence.targets.setPosition", {
    ...{ campaignId: waiting.id, recipientKey: await keyOf(page, waiting, "Ray Ho"), name: "Ray Ho" },
    ...{ position: "FOR", source: "Said so at the meeting of November 12.", at: null },
  });
  await admin("influence.targets.setHandling", {
    ...{ campaignId: waiting.id, recipientKey: await keyOf(page, waiting, "Ray Ho"), name: "Ray Ho", handling: "SKIP" },
  });
  await oneCall(page, busy);
  await knownBetter(page);
  await answers({ page, sink, inboundPort });
  return { busy, waiting, draft };
};

/** Somebody talked to the office of the first person who has a number. */
const oneCall = async (page: Page, { slug }: Campaign): Promise<void> => {
  const place = { campaignSlug: slug, postalCode: "M5V3L9", locale: "en", districts: [] };
  type Sheet = { people: { targetId: string; numbers: { tel: string }[] }[] };
  const { people: found } = await ask<Sheet>(page, "public/influence.calls.sheet", place);
  const person = found.find(({ numbers }) => numbers.length > 0);
  if (person === undefined) throw new Error("nobody has a number");
  await mutate(page, "public/influence.calls.record", {
    ...{ ...place, clientId: crypto.randomUUID(), targetId: person.targetId, tel: person.numbers[0]?.tel ?? "" },
    ...{ outcome: "TALKED", source: null },
  });
};

/** What staff know better than every source: a corrected address, a level that does not sit, an office with its own hours. */
const knownBetter = async (page: Page): Promise<void> => {
  const person = { name: "Kim Wardley", email: "kim.wardley@council.example", electedOffice: "Councillor", districtName: null };
  await mutate(page, "admin/influence.representatives.addOverride", {
    ...{ ...person, postalCode: "M5V3L9", district: null, level: "MUNICIPAL", partyName: null, phone: null },
    note: "Told by the office on the telephone.",
  });
  await mutate(page, "admin/influence.representatives.addBreak", {
    ...{ level: "PROVINCIAL", province: "QC", startsAt: inHours(-24), endsAt: inHours(24 * 30) },
    note: "The next members are chosen in spring.",
  });
  const closed = null;
  const morning = { from: "09:00", to: "12:00" };
  const [office] = await ask<{ recipientKey: string; name: string }[]>(page, "admin/influence.officeHours.findOffices", {
    search: "Ridings",
  });
  if (office === undefined) throw new Error("no office of that name");
  await mutate(page, "admin/influence.officeHours.save", {
    ...{ recipientKey: office.recipientKey, name: office.name, timeZone: "America/Toronto" },
    week: [morning, morning, morning, morning, closed, closed, closed],
  });
};

const keyOf = async (page: Page, { id }: Campaign, name: string): Promise<string> => {
  const { targets } = await ask<{ targets: { name: string; recipientKey: string }[] }>(page, "admin/influence.targets.list", {
    campaignId: id,
  });
  const found = targets.find((target) => target.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found.recipientKey;
};

/** One letter is answered, one comes back, and one mail nobody can place comes in. */
const answers = async ({ sink, inboundPort }: Stage): Promise<void> => {
  const addresses = await lettersTo(sink, "bea@council.example", 2);
  const [first = "", second = ""] = addresses;
  const reply = (to: string, id: string, words: string) =>
    `From: "Côté, Béa" <bea@council.example>\nTo: <${to}>\nSubject: Re: Bring back the night bus\nMessage-ID: <${id}@council.example>\n` +
    `Date: Sun, 22 Nov 2026 15:00:00 -0500\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n${words}\n`;
  await bring({
    ...{ port: inboundPort, from: "bea@council.example", to: first },
    raw: reply(first, "r1", "Dear supporter,\n\nthank you. I will bring this to the committee on December 3.\n\nBéa Côté"),
  });
  const bounce = second.replace(/^l\./, "b.");
  await bring({
    ...{ port: inboundPort, from: "", to: bounce },
    raw: fixture("postfix-unknown-user", bounce),
  });
  // What a mail provider says about a reader's complaint is neither an answer nor a return: a person sorts it.
  await bring({ port: inboundPort, from: "", to: bounce, raw: fixture("spam-complaint", bounce) });
};

const bring = async (mail: Mail): Promise<void> => {
  const answer = await bringMail(mail);
  if (!answer.startsWith("250")) throw new Error(`a mail to ${mail.to} was answered "${answer}"`);
};

/** The answer addresses of letters that have arrived, waited for. */
const lettersTo = async (sink: Stage["sink"], address: string, count: number): Promise<string[]> => {
  const deadline = Date.now() + 60_000;
  while (sink.mailsTo(address).length < count) {
    if (Date.now() > deadline) throw new Error(`fewer than ${count} letters reached ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return sink.mailsTo(address).map(({ mail }) => mail.from?.address ?? "");
};
