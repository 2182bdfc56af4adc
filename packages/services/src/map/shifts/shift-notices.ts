import { type Db, transaction } from "@cml/db";
import {
  claimShiftNotice,
  findShift,
  findShiftNotice,
  insertShiftNotice,
  listDueShiftNotices,
  listShiftNotices as listStoredNotices,
  listSignups,
  setNoticeRecipients,
  withdrawShiftNotice,
} from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import {
  type MessagePreview,
  type MessageShiftInput,
  noticeGraceSeconds,
  noticeTextFor,
  type Shift,
  type ShiftDetail,
  type ShiftNotice,
  type ShiftSignup,
} from "@cml/domain/map";
import type { Deps } from "../../deps";
import { readShiftSite, type ShiftSite } from "./shift-site";
import { mapScopeOf, userIdOf } from "../require-map-scope";
import { getShift } from "./read-shifts";
import { queueShiftMail, type ShiftMailKey, shiftsLink } from "./shift-mail";
import { shiftDayWords, shiftText } from "./shift-words";

const concerned: readonly ShiftSignup["status"][] = ["CONFIRMED", "WAITLISTED", "ATTENDED"];

/** Those a notice is for: who has a place, is here already, or waits for one. */
const isConcerned = ({ status }: ShiftSignup): boolean => concerned.includes(status);

/** How the message would read, and how many people get it. */
export const previewShiftMessage = async (deps: Deps, actor: Actor, { shiftId, bodies }: MessageShiftInput): Promise<MessagePreview> => {
  const shift = await requireMine(deps, actor, shiftId);
  const people = shift.signups.filter(isConcerned);
  const recipients = people.filter(({ userEmail }) => userEmail !== null).length;
  const subject = `${shiftText(shift, "title", actor.locale)}, ${shiftDayWords(shift, actor.locale)}`;
  return { recipients, withoutEmail: people.length - recipients, subject, text: noticeTextFor(bodies, actor.locale), locale: actor.locale };
};

/** Writes to everybody of a shift; the mails leave after a moment in which it can be taken back. Throws INVALID without a word. */
export const messageShift = async (deps: Deps, actor: Actor, { shiftId, bodies }: MessageShiftInput): Promise<ShiftNotice> => {
  if (noticeTextFor(bodies, actor.locale) === "") throw new AppError("INVALID", "map.shift.emptyMessage");
  await requireMine(deps, actor, shiftId);
  return announce(deps, deps.db, { actor, shiftId, kind: "MESSAGE", bodies });
};

/** Takes a message back that has not left. Throws CONFLICT when it has. */
export const withdrawShiftMessage = async (deps: Deps, actor: Actor, id: string): Promise<void> => {
  const notice = await findShiftNotice(deps.db, id);
  if (notice === null || notice.kind !== "MESSAGE") throw new AppError("NOT_FOUND", "map.shift.notFound");
  await requireMine(deps, actor, notice.shiftId);
  if (!(await withdrawShiftNotice(deps.db, id, deps.clock.now()))) throw new AppError("CONFLICT", "map.shift.noticeLeft");
};

/** What was mailed to everybody of a shift, or is about to be; newest first. */
export const listShiftNotices = async (deps: Deps, actor: Actor, shiftId: string): Promise<ShiftNotice[]> => {
  await getShift(deps, actor, shiftId);
  return listStoredNotices(deps.db, shiftId);
};

const requireMine = (deps: Deps, actor: Actor, shiftId: string): Promise<ShiftDetail> => {
  mapScopeOf(actor, "shift.edit");
  return getShift(deps, actor, shiftId);
};

type Announcement = Pick<ShiftNotice, "shiftId" | "kind" | "bodies"> & { actor: Actor };

/** A mail to everybody of a shift, to leave in a moment. */
export const announce = async (deps: Deps, db: Db, { actor, shiftId, kind, bodies }: Announcement): Promise<ShiftNotice> => {
  const createdAt = deps.clock.now();
  const leavesAt = new Date(createdAt.getTime() + noticeGraceSeconds * 1000);
  return insertShiftNotice(db, { id: deps.newId(), shiftId, kind, bodies, createdAt, leavesAt, createdByUserId: userIdOf(actor) });
};

/** Sends the notices whose moment has come, each once. Gives how many mails. */
export const sendShiftNotices = async (deps: Deps, _actor: Actor): Promise<number> => {
  const site = await readShiftSite(deps);
  const due = await listDueShiftNotices(deps.db, deps.clock.now());
  let mails = 0;
  for (const notice of due) mails += await send(deps, notice, site);
  return mails;
};

const send = (deps: Deps, notice: ShiftNotice, site: ShiftSite): Promise<number> =>
  transaction(
    deps.db,
    async (tx) => {
      const shift = await findShift(tx, notice.shiftId);
      if (shift === null || !(await claimShiftNotice(tx, notice.id, deps.clock.now()))) return 0;
      const people = (await listSignups(tx, shift.id)).filter((signup) => isConcerned(signup) && signup.userEmail !== null);
      for (const signup of people) await mailNotice(deps, tx, { notice, shift, signup, site });
      await setNoticeRecipients(tx, notice.id, people.length);
      return people.length;
    },
    { timeoutMs: 60_000 },
  );

const keys: Record<ShiftNotice["kind"], ShiftMailKey> = {
  CHANGED: "shift-changed",
  CANCELLED: "shift-cancelled",
  MESSAGE: "shift-details",
};

type OneNotice = { notice: ShiftNotice; shift: Shift; signup: ShiftSignup; site: ShiftSite };

const mailNotice = async (deps: Deps, tx: Db, { notice, shift, signup, site }: OneNotice): Promise<void> => {
  const words = noticeTextFor(notice.bodies, signup.locale);
  const message: Record<string, string> = words === "" ? {} : { MESSAGE: words };
  const elsewhere: Record<string, string> = notice.kind === "CANCELLED" ? { SHIFTS_URL: shiftsLink(site, signup) } : {};
  await queueShiftMail(deps, tx, { key: keys[notice.kind], shift, signup, site, once: notice.id, extra: { ...message, ...elsewhere } });
};
