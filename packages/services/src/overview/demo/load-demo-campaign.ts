import type { Db } from "@cml/db";
import { insertCampaign, insertDemoRepresentatives, insertVerification, updateCampaign } from "@cml/db/influence";
import { type DemoLetter, insertDemoLetters } from "@cml/db/overview";
import { insertEmailLog } from "@cml/db/platform";
import {
  type Campaign,
  confirmationDays,
  createCampaignInput,
  fillLetterText,
  salutationOf,
  waitingLettersSchema,
} from "@cml/domain/influence";
import { formatPostalCode, type Locale, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { campaign as campaignTexts, inBoth, representatives } from "./demo-texts";

type Stage = Pick<DemoLetter, "status" | "smtpResponse" | "keptLocally"> & { attempts: number; hoursAgo: number };
const kept: Stage = { status: "SENT", smtpResponse: "demo: kept on this computer", keptLocally: true, attempts: 1, hoursAgo: 30 };

// One letter in each state a real one can be in; those that were "sent" say that they never left this computer.
const letters: { name: string; email: string; locale: Locale; to: number; stage: Stage }[] = [
  { name: "Ada Brodeur", email: "ada.brodeur@home.example", locale: "fr", to: 0, stage: { ...kept, hoursAgo: 51 } },
  { name: "Ada Brodeur", email: "ada.brodeur@home.example", locale: "fr", to: 1, stage: { ...kept, hoursAgo: 51 } },
  { name: "Kofi Lam", email: "kofi.lam@home.example", locale: "en", to: 0, stage: kept },
  { name: "Kofi Lam", email: "kofi.lam@home.example", locale: "en", to: 2, stage: { ...kept, status: "UNCERTAIN", keptLocally: false, smtpResponse: "demo: the line broke while the letter was handed over" } },
  { name: "Rosa Delgado", email: "rosa.delgado@home.example", locale: "en", to: 1, stage: { ...kept, status: "FAILED", keptLocally: false, smtpResponse: "550 5.1.1 demo: no such mailbox", hoursAgo: 26 } },
  { name: "Sam Oyelaran", email: "sam.oyelaran@home.example", locale: "en", to: 0, stage: { ...kept, status: "QUEUED", keptLocally: false, smtpResponse: "451 4.7.1 demo: try again later", hoursAgo: 1 } },
  { name: "Sam Oyelaran", email: "sam.oyelaran@home.example", locale: "en", to: 1, stage: { ...kept, status: "CANCELLED", keptLocally: false, smtpResponse: null, attempts: 0, hoursAgo: 1 } },
]; // prettier-ignore
const postalCode = "V5Z2M9";

/** A live campaign, its invented recipients, and letters in every state. Its counter stays at zero: nothing left this computer. */
export const loadDemoCampaign = async (deps: Deps, tx: Db, locale: Locale): Promise<Campaign> => {
  const now = deps.clock.now();
  const people = representatives.map(({ tel, ...person }) => ({
    ...person,
    id: deps.newId(),
    partyName: null,
    representativeSetName: "Demo",
    url: null,
    photoUrl: null,
    offices: [{ type: "constituency", tel, fax: "", postal: "" }],
    boundaryUrl: null,
    setSlug: "demo",
    matchKind: null,
    preferredLocale: null,
    contactUrl: null,
    isVacant: false,
    photoKey: null,
    source: "REPRESENT" as const,
    cachedAt: now,
  }));
  await insertDemoRepresentatives(tx, people);
  const input = createCampaignInput.parse({
    ...inBoth(campaignTexts, locale),
    targetGovernmentLevels: ["FEDERAL", "MUNICIPAL"],
    allowEmailEditing: true,
    highlightCampaign: true,
    showResponseWall: true,
  });
  const facts = { id: deps.newId(), slug: "a-tree-in-front-of-every-door", createdByUserId: null, isDemo: true, now };
  const draft = await insertCampaign(tx, { ...input, ...facts });
  if (draft === null) throw new Error("the demo campaign's address is taken");
  const campaign = await updateCampaign(tx, draft.id, { status: "ACTIVE", publishedAt: hoursBefore(now, 34 * 24), updatedAt: now });
  const written = letters.map((letter) => writeLetter(deps, campaign, { ...letter, recipient: representatives[letter.to] }));
  await insertDemoLetters(tx, written);
  for (const letter of written) if (letter.status === "SENT" || letter.status === "FAILED") await logLetter(deps, tx, letter);
  await leaveOneWaiting(deps, tx, campaign);
  return campaign;
};

type Written = (typeof letters)[number] & { recipient: (typeof representatives)[number] | undefined };

const wordsOf = (campaign: Campaign, writer: { name: string; locale: Locale }, recipient: (typeof representatives)[number]) => {
  const text = (field: string) => localized(campaign, field, writer.locale);
  const values = {
    REPRESENTATIVE_NAME: recipient.name,
    REPRESENTATIVE_TITLE: recipient.electedOffice,
    SALUTATION: salutationOf({ ...recipient, firstName: "", lastName: "", gender: null }, writer.locale),
    PERSONAL: "",
    DISTRICT: recipient.districtName,
    SENDER_NAME: writer.name,
    SENDER_CITY: "Vancouver",
    SENDER_POSTAL_CODE: formatPostalCode(postalCode),
    CAMPAIGN_TITLE: text("title"),
  };
  return { subject: fillLetterText(text("emailSubject"), values), message: fillLetterText(text("emailBody"), values) };
};

const writeLetter = (deps: Deps, campaign: Campaign, { name, email, locale, stage, recipient }: Written): DemoLetter => {
  if (recipient === undefined) throw new Error("a demo letter has no recipient");
  const now = deps.clock.now();
  const createdAt = hoursBefore(now, stage.hoursAgo);
  const id = deps.newId();
  const handed = stage.status === "SENT" || stage.status === "UNCERTAIN" || stage.status === "FAILED";
  return {
    id,
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    userId: null,
    userEmail: email,
    userName: name,
    userPostalCode: postalCode,
    recipientEmail: recipient.email,
    recipientName: recipient.name,
    recipientTitle: recipient.electedOffice,
    recipientLevel: recipient.level,
    ...wordsOf(campaign, { name, locale }, recipient),
    senderIp: null,
    submissionId: deps.newId(),
    receiptTokenHash: deps.secrets.keyedHash("letter-receipt-token", deps.secrets.newToken()),
    onceKey: deps.secrets.keyedHash("letter-once", JSON.stringify([campaign.id, email, recipient.email])),
    verificationId: null,
    locale,
    createdAt,
    status: stage.status,
    queuedAt: handed ? createdAt : null,
    handOverStartedAt: handed ? createdAt : null,
    sentAt: stage.status === "SENT" ? createdAt : null,
    attempts: stage.attempts,
    nextAttemptAt: stage.status === "QUEUED" ? new Date(now.getTime() + 3_600_000) : null,
    smtpResponse: stage.smtpResponse,
    messageId: handed ? `<${id}@shade.example>` : null,
    keptLocally: stage.keptLocally,
  };
};

const logLetter = (deps: Deps, tx: Db, letter: DemoLetter): Promise<void> =>
  insertEmailLog(tx, {
    id: deps.newId(),
    recipientEmail: letter.recipientEmail,
    senderName: letter.userName,
    senderEmail: letter.userEmail,
    subject: letter.subject,
    message: null,
    postalCode: letter.userPostalCode,
    status: letter.status === "SENT" ? "sent" : "failed",
    templateKey: null,
    messageId: letter.messageId,
    error: letter.status === "SENT" ? null : letter.smtpResponse,
    sentAt: letter.createdAt,
  });

/** One supporter has not used the mailed link yet. */
const leaveOneWaiting = async (deps: Deps, tx: Db, campaign: Campaign): Promise<void> => {
  const now = deps.clock.now();
  const writer = { name: "Mina Gauthier", email: "mina.gauthier@home.example", locale: "fr" as const };
  const [recipient] = representatives;
  const submissionId = deps.newId();
  const waiting = waitingLettersSchema.parse({
    ...writer,
    submissionId,
    campaignId: campaign.id,
    campaignSlug: campaign.slug,
    postalCode,
    userId: null,
    ipHash: null,
    consents: { tellHowItEnds: true, newsletter: false },
    letters: [
      {
        recipientEmail: recipient.email,
        recipientName: recipient.name,
        recipientTitle: recipient.electedOffice,
        recipientLevel: recipient.level,
        ...wordsOf(campaign, writer, recipient),
      },
    ],
  });
  await insertVerification(tx, {
    id: submissionId,
    tokenHash: deps.secrets.keyedHash("letter-confirmation", deps.secrets.newToken()),
    email: writer.email,
    tempCampaignData: JSON.stringify(waiting),
    campaignId: campaign.id,
    locale: writer.locale,
    createdAt: hoursBefore(now, 3),
    expiresAt: new Date(hoursBefore(now, 3).getTime() + confirmationDays * 86_400_000),
  });
};

const hoursBefore = (moment: Date, hours: number): Date => new Date(moment.getTime() - hours * 3_600_000);
