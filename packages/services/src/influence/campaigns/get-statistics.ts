import { countCampaignCalls, countCampaignLetters, nameRecipients } from "@cml/db/influence";
import { callOutcomes, type CampaignStatistics, countsAsCall, statisticsRows } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { readSettings } from "../../settings/site-settings/settings-cache";
import { ownedCampaign } from "./owned-campaign";

/** The campaign in numbers. */
export const getStatistics = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<CampaignStatistics> => {
  await ownedCampaign(deps.db, actor, id);
  const { settings } = await readSettings(deps);
  const { timeZone } = settings;
  const [{ byRecipient, ...letters }, calls] = await Promise.all([
    countCampaignLetters(deps.db, id, timeZone),
    countCampaignCalls(deps.db, id, { timeZone, counted: callOutcomes.filter(countsAsCall) }),
  ]);
  const written = new Map(byRecipient.map((one) => [one.recipientKey, one.letters]));
  const called = new Map(calls.byRecipient.map((one) => [one.recipientKey, one.calls]));
  const keys = [...new Set([...written.keys(), ...called.keys()])].slice(0, statisticsRows);
  const names = await nameRecipients(deps.db, id, keys);
  return {
    ...letters,
    byDay: joinDays(letters.byDay, calls.byDay),
    byTarget: keys.map((key) => ({
      name: names.get(key)?.name ?? "",
      title: names.get(key)?.title ?? "",
      letters: written.get(key) ?? 0,
      calls: called.get(key) ?? 0,
    })),
    calls: { total: calls.total, byOutcome: calls.byOutcome },
  };
};

const joinDays = (letters: { day: string; letters: number }[], calls: { day: string; calls: number }[]): CampaignStatistics["byDay"] => {
  const days = new Map(letters.map(({ day, letters: count }) => [day, { day, letters: count, calls: 0 }]));
  for (const { day, calls: count } of calls) days.set(day, { day, letters: days.get(day)?.letters ?? 0, calls: count });
  return [...days.values()].sort((one, another) => (one.day < another.day ? -1 : 1));
};
