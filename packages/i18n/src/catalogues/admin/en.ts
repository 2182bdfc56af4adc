import { campaignsEn } from "./campaigns-en";
import { fieldEn } from "./field-en";
import { peopleEn } from "./people-en";
import { shellEn } from "./shell-en";

export const en = { errors: {}, ...shellEn, ...campaignsEn, ...fieldEn, ...peopleEn };
