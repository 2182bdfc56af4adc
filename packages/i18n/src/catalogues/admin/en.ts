import { areaReviewEn } from "./area-review-en";
import { autoCutEn } from "./auto-cut-en";
import { buildingsEn } from "./buildings-en";
import { campaignPresetsEn } from "./campaign-presets-en";
import { campaignWorkEn } from "./campaign-work-en";
import { campaignsEn } from "./campaigns-en";
import { fieldEn } from "./field-en";
import { importsEn } from "./imports-en";
import { inboundEn } from "./inbound-en";
import { officeHoursEn } from "./office-hours-en";
import { officesEn } from "./offices-en";
import { outcomesEn } from "./outcomes-en";
import { peopleEn } from "./people-en";
import { peopleImportEn } from "./people-import-en";
import { qualityEn } from "./quality-en";
import { recordEn } from "./record-en";
import { representativesEn } from "./representatives-en";
import { responseDeskEn } from "./response-desk-en";
import { sendingEn } from "./sending-en";
import { sheetsEn } from "./sheets-en";
import { shellEn } from "./shell-en";
import { shiftCalendarEn } from "./shift-calendar-en";
import { shiftDeskEn } from "./shift-desk-en";
import { targetsEn } from "./targets-en";
import { turfByNameEn } from "./turf-by-name-en";
import { turfDeskEn } from "./turf-desk-en";
import { turfFilterEn } from "./turf-filter-en";
import { unmatchedEn } from "./unmatched-en";
import { trayEn } from "./tray-en";

export const en = {
  errors: {},
  ...areaReviewEn,
  ...autoCutEn,
  ...sheetsEn,
  ...shellEn,
  ...shiftCalendarEn,
  ...shiftDeskEn,
  ...campaignsEn,
  ...campaignPresetsEn,
  ...campaignWorkEn,
  ...importsEn,
  ...fieldEn,
  ...buildingsEn,
  ...peopleEn,
  ...peopleImportEn,
  ...outcomesEn,
  ...officeHoursEn,
  ...officesEn,
  ...qualityEn,
  ...trayEn,
  ...recordEn,
  ...representativesEn,
  ...targetsEn,
  ...turfByNameEn,
  ...turfDeskEn,
  ...turfFilterEn,
  ...unmatchedEn,
  ...sendingEn,
  ...inboundEn,
  ...responseDeskEn,
};
