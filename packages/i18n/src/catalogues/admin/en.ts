import { campaignPresetsEn } from "./campaign-presets-en";
import { campaignWorkEn } from "./campaign-work-en";
import { campaignsEn } from "./campaigns-en";
import { fieldEn } from "./field-en";
import { inboundEn } from "./inbound-en";
import { peopleEn } from "./people-en";
import { sendingEn } from "./sending-en";
import { shellEn } from "./shell-en";
import { targetsEn } from "./targets-en";

export const en = {
  errors: {},
  ...shellEn,
  ...campaignsEn,
  ...campaignPresetsEn,
  ...campaignWorkEn,
  ...fieldEn,
  ...peopleEn,
  ...targetsEn,
  ...sendingEn,
  ...inboundEn,
};
