import * as admin from "./admin";
import * as auth from "./auth";
import * as canvass from "./canvass";
import * as content from "./content";
import * as influence from "./influence";
import * as kernel from "./kernel";
import * as map from "./map";
import * as media from "./media";
import * as overview from "./overview";
import * as platform from "./platform";
import * as publicSite from "./public";
import * as settings from "./settings";

/** Every catalogue, by area; an area is an i18next namespace. */
export const catalogues = {
  kernel,
  auth,
  influence,
  map,
  canvass,
  content,
  media,
  settings,
  platform,
  overview,
  admin,
  public: publicSite,
};
export type Namespace = keyof typeof catalogues;
export const namespaces = Object.keys(catalogues) as Namespace[];
