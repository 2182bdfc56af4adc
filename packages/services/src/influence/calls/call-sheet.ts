import { findDefaultOfficeWeek, findOfficeHours } from "@cml/db/influence";
import {
  callLimits,
  type CallSheet,
  type CallSheetInput,
  dialled,
  fillLetterText,
  type OfficeHours,
  officeStateAt,
  ordinaryOfficeWeek,
  type ResolvedTarget,
  zoneOfAddress,
} from "@cml/domain/influence";
import { type Actor, formatPostalCode, localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { requireRoom } from "../../platform/require-room";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { type Callable, findCallable } from "./call-place";

type Hours = Pick<OfficeHours, "week" | "timeZone">;
type Numbered = CallSheet["people"][number]["numbers"][number];

/** Whom to call, at which number first, what to say, and whether somebody answers now by the office's own clock. */
export const getCallSheet = async (deps: Deps, actor: Actor, input: CallSheetInput): Promise<CallSheet> => {
  await requireRoom(deps, `calls:ip:${actor.ipHash}`, callLimits.sheet);
  const { campaignSlug, postalCode, districts, locale } = input;
  return drawCallSheet(deps, await findCallable(deps, actor, { campaignSlug, postalCode, districts, locale }), input);
};

type Caller = Pick<CallSheetInput, "name" | "postalCode" | "locale">;

/** One card for each person with a number: the script filled for her, and the hours of her offices. */
export const drawCallSheet = async (deps: Deps, { campaign, targets, city }: Callable, caller: Caller): Promise<CallSheet> => {
  const { name, postalCode, locale } = caller;
  const [own, week, { settings }] = await Promise.all([
    findOfficeHours(
      deps.db,
      targets.map(({ recipientKey }) => recipientKey),
    ),
    findDefaultOfficeWeek(deps.db),
    readSettings(deps),
  ]);
  const usual: Hours = { week: week ?? ordinaryOfficeWeek, timeZone: settings.timeZone };
  const now = deps.clock.now();
  const script = localized(campaign, "callScript", locale);
  const people = targets.map((target) => ({
    targetId: target.id,
    name: target.name,
    officeTitle: target.officeTitle,
    districtName: target.districtName,
    level: target.level,
    photoUrl: target.photoUrl,
    script: fillLetterText(script, {
      REPRESENTATIVE_NAME: target.name,
      REPRESENTATIVE_TITLE: target.officeTitle,
      SALUTATION: target.salutation,
      DISTRICT: target.districtName,
      SENDER_NAME: name,
      SENDER_CITY: city,
      SENDER_POSTAL_CODE: postalCode === null ? "" : formatPostalCode(postalCode),
      PERSONAL: "",
      CAMPAIGN_TITLE: localized(campaign, "title", locale),
    }),
    numbers: numbersOf(target, { own: own.find(({ recipientKey }) => recipientKey === target.recipientKey), usual, now }),
  }));
  return { city, people: people.filter(({ numbers }) => numbers.length > 0) };
};

type Clock = { own: OfficeHours | undefined; usual: Hours; now: Date };

/** Numbers in the order to be tried: open offices first, the one near the voters before the capital's; each number once. */
const numbersOf = ({ offices }: ResolvedTarget, { own, usual, now }: Clock): Numbered[] => {
  const rank = (type: string) => (type === "constituency" ? 0 : type === "legislature" ? 2 : 1);
  const numbers = offices.flatMap(({ type, tel, postal }): Numbered[] => {
    const dial = dialled(tel);
    if (dial === null) return [];
    const hours = own ?? { week: usual.week, timeZone: zoneOfAddress(postal) ?? usual.timeZone };
    return [{ tel: tel.trim(), dial, officeType: type, timeZone: hours.timeZone, ...officeStateAt(now, hours) }];
  });
  const once = numbers.filter(({ dial }, at) => numbers.findIndex((other) => other.dial === dial) === at);
  return once.sort((a, b) => Number(b.open) - Number(a.open) || rank(a.officeType) - rank(b.officeType));
};
