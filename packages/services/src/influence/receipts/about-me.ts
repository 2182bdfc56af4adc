import { type KeptAbout, type KeptResponses, listKeptAbout, listKeptResponses } from "@cml/db/influence";
import {
  type AboutMe,
  type AboutMeInput,
  followUpDays,
  type KeptField,
  letterLimits,
  responseConfirmationDays,
} from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { writerOfLink } from "./receipt-writer";

type Kept = AboutMe["kept"][number];
const daysAfter = (moment: Date, days: number): Date => new Date(moment.getTime() + days * 86_400_000);

/** What is kept about the writer behind a receipt, or a link mailed to an address: each thing, its fields and until when. */
export const getAboutMe = async (deps: Deps, actor: Actor, { token }: AboutMeInput): Promise<AboutMe> => {
  await requireRoom(deps, `receipt:ip:${actor.ipHash}`, letterLimits.receipt);
  const { writer, email, letters } = await writerOfLink(deps, token);
  const [kept, replies] = await Promise.all([
    listKeptAbout(deps.db, writer, deps.clock.now()),
    listKeptResponses(deps.db, writer, deps.clock.now()),
  ]);
  const erasedAt = letters.every((letter) => letter.erasedAt !== null) ? (letters[0]?.erasedAt ?? null) : null;
  const theirs = kept.letters.filter((letter) => letter.erasedAt === null);
  return {
    email,
    scope: "email" in writer ? "ADDRESS" : "SUBMISSION",
    kept: [
      ...theirs.flatMap(letterItems),
      ...kept.waiting.map(({ campaignTitle, createdAt, expiresAt }): Kept => ({
        thing: "WAITING_LETTER",
        about: campaignTitle,
        fields: ["name", "email", "postalCode", "city", "street", "subject", "text"],
        since: createdAt,
        until: expiresAt,
      })),
      ...kept.consents.map(({ kind, givenAt, expiresAt }): Kept => ({
        thing: "CONSENT",
        about: translate(actor.locale, `influence:consents.${kind}`),
        fields: ["email", "wording"],
        since: givenAt,
        until: expiresAt,
      })),
      ...kept.followUps.map(({ campaignTitle, secondDueAt, answeredAt }): Kept => ({
        thing: "FOLLOW_UP",
        about: campaignTitle,
        fields: answeredAt === null ? ["email"] : ["email", "answers"],
        since: daysAfter(secondDueAt, -followUpDays.second),
        until: null,
      })),
      ...kept.browsers.map(({ confirmedAt, expiresAt }): Kept => ({
        thing: "REMEMBERED_BROWSER",
        about: "",
        fields: ["email"],
        since: confirmedAt,
        until: expiresAt,
      })),
      ...kept.calls.map(({ name, calledAt }): Kept => ({
        thing: "CALL",
        about: name,
        fields: ["name", "email", "postalCode"],
        since: calledAt,
        until: null,
      })),
      ...responseItems(replies),
      ...mailItems(kept, letters[0]?.createdAt ?? deps.clock.now()),
    ],
    waiting: theirs.filter(({ status }) => status === "QUEUED").length + kept.waiting.length,
    handedOver: theirs.filter(({ status, claimedSentAt }) => status === "SENT" && claimedSentAt === null).length,
    erasedAt,
  };
};

type KeptLetter = KeptAbout["letters"][number];

const letterItems = (letter: KeptLetter): Kept[] => {
  const about = [letter.campaignTitle, letter.recipientName].filter((part) => part !== "").join(" – ");
  const since = letter.createdAt;
  const fields: [KeptField, unknown][] = [
    ["name", letter.userName],
    ["email", letter.userEmail],
    ["postalCode", letter.userPostalCode],
    ["city", letter.userCity],
    ["source", letter.source],
  ];
  const words: KeptField[] = letter.status === "USER_INFO_CAPTURED" ? [] : ["subject", "text"];
  const known = fields.flatMap(([field, value]) => (value === null || value === "" ? [] : [field]));
  const items: Kept[] = [
    {
      thing: "LETTER",
      about,
      fields: [...known, ...words],
      since,
      until: letter.status === "USER_INFO_CAPTURED" ? daysAfter(since, 1) : null,
    },
  ];
  if (letter.userStreet !== null) items.push({ thing: "LETTER", about, fields: ["street"], since, until: daysAfter(since, 90) });
  if (letter.senderIp !== null) items.push({ thing: "LETTER", about, fields: ["addressHash"], since, until: daysAfter(since, 30) });
  if (letter.replies > 0) items.push({ thing: "REPLY", about, fields: ["text"], since, until: null });
  return items;
};

/** Replies of offices that she shared, and her votes for those of others. */
const responseItems = ({ responses, upvotes }: KeptResponses): Kept[] => [
  ...responses.flatMap((one): Kept[] => {
    const about = [one.campaignTitle, one.representativeName].filter((part) => part !== "").join(" – ");
    const fields: [KeptField, unknown][] = [
      ["name", one.submittedByName],
      ["email", one.submittedByEmail],
      ["comment", one.userComment],
      ["picture", one.screenshotKey],
    ];
    const known = fields.flatMap(([field, value]) => (value === null || value === "" ? [] : [field]));
    const until = one.removedUntil ?? (one.confirmedAt === null ? daysAfter(one.createdAt, responseConfirmationDays) : null);
    const item: Kept = { thing: "RESPONSE", about, fields: [...known, "text"], since: one.createdAt, until };
    const hash: Kept = { thing: "RESPONSE", about, fields: ["addressHash"], since: one.createdAt, until: daysAfter(one.createdAt, 30) };
    return one.submittedIp === null ? [item] : [item, hash];
  }),
  ...upvotes.map(({ representativeName, createdAt, until }): Kept => ({
    thing: "UPVOTE",
    about: representativeName,
    fields: ["email"],
    since: createdAt,
    until,
  })),
];

const mailItems = ({ mails }: KeptAbout, since: Date): Kept[] =>
  mails === 0 ? [] : [{ thing: "MAIL_LOG", about: String(mails), fields: ["email", "subject"], since, until: null }];
