import type { Figure } from "../figure";
import { accept } from "./accept";
import { campaignList } from "./campaign-list";
import { districtSearch } from "./districts";
import { drain } from "./drain";
import { survivingKills } from "./kills";
import { pageQuality } from "./lighthouse";
import { lookUp } from "./look-up";
import { statistics } from "./statistics";

/** The figures of `bench letters`, each by the word `--only` takes. */
export const lettersParts: Record<string, () => Promise<Figure[]>> = {
  "look-up": lookUp,
  accept,
  drain,
  kills: survivingKills,
  "campaign-list": campaignList,
  statistics,
  districts: districtSearch,
  page: pageQuality,
};
