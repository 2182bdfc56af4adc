import { areaReviewFr } from "./area-review-fr";
import { autoCutFr } from "./auto-cut-fr";
import { buildingsFr } from "./buildings-fr";
import { campaignPresetsFr } from "./campaign-presets-fr";
import { campaignWorkFr } from "./campaign-work-fr";
import { campaignsFr } from "./campaigns-fr";
import { fieldFr } from "./field-fr";
import { importsFr } from "./imports-fr";
import { inboundFr } from "./inbound-fr";
import { officeHoursFr } from "./office-hours-fr";
import { officesFr } from "./offices-fr";
import { outcomesFr } from "./outcomes-fr";
import { peopleFr } from "./people-fr";
import { peopleImportFr } from "./people-import-fr";
import { qualityFr } from "./quality-fr";
import { recordFr } from "./record-fr";
import { representativesFr } from "./representatives-fr";
import { responseDeskFr } from "./response-desk-fr";
import { sendingFr } from "./sending-fr";
import { sheetsFr } from "./sheets-fr";
import { shellFr } from "./shell-fr";
import { shiftCalendarFr } from "./shift-calendar-fr";
import { shiftDeskFr } from "./shift-desk-fr";
import { targetsFr } from "./targets-fr";
import { turfByNameFr } from "./turf-by-name-fr";
import { turfDeskFr } from "./turf-desk-fr";
import { turfFilterFr } from "./turf-filter-fr";
import { unmatchedFr } from "./unmatched-fr";
import { trayFr } from "./tray-fr";

export const fr = {
  errors: {},
  ...areaReviewFr,
  ...autoCutFr,
  ...sheetsFr,
  ...shellFr,
  ...shiftCalendarFr,
  ...shiftDeskFr,
  ...campaignsFr,
  ...campaignPresetsFr,
  ...campaignWorkFr,
  ...importsFr,
  ...fieldFr,
  ...buildingsFr,
  ...peopleFr,
  ...peopleImportFr,
  ...outcomesFr,
  ...officeHoursFr,
  ...officesFr,
  ...qualityFr,
  ...trayFr,
  ...recordFr,
  ...representativesFr,
  ...targetsFr,
  ...turfByNameFr,
  ...turfDeskFr,
  ...turfFilterFr,
  ...unmatchedFr,
  ...sendingFr,
  ...inboundFr,
  ...responseDeskFr,
};
