import { type ExportedSignup, listExportedSignups, listShiftsOfPeriod } from "@cml/db/map";
import type { Actor, Locale } from "@cml/domain/kernel";
import type { ExportSignupsInput, Shift } from "@cml/domain/map";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { mapScopeOf } from "../require-map-scope";
import { getShift } from "../shifts/read-shifts";

const slice = 100;

/**
 * Who signed up for one shift, or for all of a period, as CSV in pieces: a line for each, with who came and who stayed away. Who took what
 * is written down before the first piece and after the last. Throws FORBIDDEN, NOT_FOUND.
 */
export async function* exportSignups(deps: Deps, actor: Actor, input: ExportSignupsInput): AsyncGenerator<string> {
  mapScopeOf(actor, "shift.edit");
  if (input.kind === "shift") await getShift(deps, actor, input.id);
  const log = (action: "shift.export-begun" | "shift.export", facts: Record<string, number | boolean>) =>
    recordAudit(deps.db, { actor, action, entity: "Shift", facts: { ...aboutOf(input), ...facts } });
  await log("shift.export-begun", {});
  const counted = { rows: 0, isWhole: false };
  try {
    yield csvLine(columns.map((column) => say(actor.locale, column)));
    for await (const shift of shiftsOf(deps, actor, input)) {
      for (const signup of await listExportedSignups(deps.db, shift.id)) {
        yield csvLine(Object.values(valuesOf(shift, signup, actor.locale)));
        counted.rows += 1;
      }
    }
    counted.isWhole = true;
  } finally {
    await log("shift.export", counted);
  }
}

const aboutOf = (input: ExportSignupsInput): Record<string, string> =>
  input.kind === "shift" ? { shiftId: input.id } : { from: input.from, until: input.until };

async function* shiftsOf(deps: Deps, actor: Actor, input: ExportSignupsInput): AsyncGenerator<Shift> {
  if (input.kind === "shift") {
    yield await getShift(deps, actor, input.id);
    return;
  }
  const period = { from: input.from, until: input.until, scope: mapScopeOf(actor, "shift.edit") };
  for (let after: string | null = null; ;) {
    const shifts: Shift[] = await listShiftsOfPeriod(deps.db, period, { after, take: slice });
    yield* shifts;
    const last = shifts.at(-1);
    if (last === undefined || shifts.length < slice) return;
    after = last.id;
  }
}

const columns = [
  "shift", "kind", "date", "startTime", "endTime", "location", "turf", "name", "email", "phone", "language", "status", "source", "signedUpAt",
  "confirmedAt", "calls", "attended", "noShow", "checkedInAt", "leftAt", "shiftId", "id",
] as const; // prettier-ignore
type Word = (typeof columns)[number] | "yes" | "no";

const say = (locale: Locale, word: Word): string => translate(locale, `map:signupExport.${word}`);

const valuesOf = (shift: Shift, signup: ExportedSignup, locale: Locale): Record<(typeof columns)[number], string | number | null> => {
  // Before anybody has written down who came, both columns are empty: nobody is called absent by an unfinished shift.
  const isTold = signup.status === "ATTENDED" || signup.status === "NO_SHOW";
  const told = (status: typeof signup.status) => (isTold ? say(locale, signup.status === status ? "yes" : "no") : null);
  return {
    shift: shift.title,
    kind: shift.kind,
    date: shift.date,
    startTime: shift.startTime,
    endTime: shift.endTime,
    location: shift.location,
    turf: shift.cutName,
    name: signup.userName,
    email: signup.userEmail,
    phone: signup.userPhone,
    language: signup.locale,
    status: signup.status,
    source: signup.signupSource,
    signedUpAt: signup.signupDate.toISOString(),
    confirmedAt: signup.confirmedAt?.toISOString() ?? null,
    calls: signup.callCount,
    attended: told("ATTENDED"),
    noShow: told("NO_SHOW"),
    checkedInAt: signup.checkedInAt?.toISOString() ?? null,
    leftAt: signup.leftAt?.toISOString() ?? null,
    shiftId: shift.id,
    id: signup.id,
  };
};
