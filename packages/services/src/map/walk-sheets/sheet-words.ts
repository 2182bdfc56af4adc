import { findShift, findTimeZone } from "@cml/db/map";
import { type Actor, type Locale, localized } from "@cml/domain/kernel";
import { type Shift, sheetOutcomes, type TurfAssignment, type VisitOutcome, type WalkSheetRow } from "@cml/domain/map";
import type { MapSettings } from "@cml/domain/settings";
import { translate } from "@cml/i18n";
import type { WalkSheet } from "@cml/integrations/pdf";
import type { Deps } from "../../deps";
import { listDataCredits } from "../../platform/list-data-credits";
import type { PrintedBuilding } from "./printed-order";

type Given = { sheet: WalkSheetRow; assignment: TurfAssignment | null; buildings: PrintedBuilding[]; settings: MapSettings };

const levels = { LEVEL_1: 1, LEVEL_2: 2, LEVEL_3: 3, LEVEL_4: 4 } as const;

/** A sheet with all its words, in the language it is printed in. */
export const sheetOf = async (deps: Deps, actor: Actor, { sheet, assignment, buildings, settings }: Given): Promise<WalkSheet> => {
  const { locale } = sheet;
  const say = (key: string, facts: Record<string, string | number> = {}) => translate(locale, `map:walkSheet.${key}`, facts);
  // The words of the phone, so that nobody has to learn two.
  const happened = (outcome: VisitOutcome) => translate(locale, `canvass:app.outcomes.${outcome}`);
  const [shift, timeZone, credits] = [
    assignment === null ? null : await findShift(deps.db, assignment.shiftId),
    await findTimeZone(deps.db),
    await listDataCredits(deps, actor, locale),
  ];
  const day = new Intl.DateTimeFormat(locale === "fr" ? "fr-CA" : "en-CA", { day: "numeric", month: "short", timeZone });
  const ofSettings = (field: "walkSheetTitle" | "walkSheetSubtitle" | "walkSheetFooter") =>
    settings[field] === null ? "" : localized(settings, field, locale);
  const people = (assignment?.people ?? []).map(({ name }) => name).join(", ");
  return {
    locale,
    paper: sheet.paper,
    title: sheet.cutName,
    subtitle: [ofSettings("walkSheetTitle"), ofSettings("walkSheetSubtitle")].filter((text) => text !== "").join(" · "),
    facts: [...(shift === null ? [] : [whenOf(shift, locale)]), ...(people === "" ? [] : [people]), say("doors", { count: sheet.doors })],
    code: { text: sheet.code, label: say("enter") },
    words: {
      unit: say("unit"),
      people: say("people"),
      last: say("last"),
      result: say("result"),
      support: say("support"),
      sign: say("sign"),
      notes: say("notes"),
    },
    outcomes: sheetOutcomes.map((outcome) => ({ key: say(`keys.${outcome}`), label: happened(outcome) })),
    supportWords: [say("levels.1"), say("levels.2"), say("levels.3"), say("levels.4")],
    pageOf: (page, pages) => say("page", { page, pages }),
    footer: ofSettings("walkSheetFooter"),
    links: linksOf(settings, locale),
    credits: credits.map(({ text }) => text),
    buildings: buildings.map(({ address, buildingNotes, units }) => ({
      address,
      notes: buildingNotes ?? "",
      doors: units.map((unit) => ({
        place: unit.place,
        unit: unit.unitNumber ?? "",
        people: [unit.firstName, unit.lastName].filter(Boolean).join(" "),
        last:
          unit.lastOutcome === null || unit.lastVisitedAt === null
            ? ""
            : `${happened(unit.lastOutcome)}, ${day.format(unit.lastVisitedAt)}`,
        support: unit.supportLevel === null ? null : levels[unit.supportLevel],
        flags: [...(unit.doNotContact ? [say("doNotContact")] : []), ...(unit.sign ? [say("wantsSign")] : [])],
      })),
    })),
  };
};

const whenOf = (shift: Shift, locale: Locale): string => {
  const format = new Intl.DateTimeFormat(locale === "fr" ? "fr-CA" : "en-CA", { dateStyle: "full", timeZone: "UTC" });
  return `${format.format(new Date(`${shift.date}T12:00:00Z`))}, ${shift.startTime}–${shift.endTime}`;
};

/** The links of the settings, in the order of their places; empty places are left out. */
const linksOf = (settings: MapSettings, locale: Locale): WalkSheet["links"] =>
  ([1, 2, 3] as const).flatMap((place) => {
    const url = settings[`qrCode${place}Url`];
    if (url === null || url === "") return [];
    return [{ url, label: settings[`qrCode${place}Label`] === null ? url : localized(settings, `qrCode${place}Label`, locale) }];
  });
