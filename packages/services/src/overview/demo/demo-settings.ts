import type { Db } from "@cml/db";
import { findMapSettings, findSiteSettings, updateMapSettings, updateSiteSettings } from "@cml/db/settings";
import { type Locale, locales, otherLocale } from "@cml/domain/kernel";
import { organisation } from "./demo-texts";

const demoCentre = { latitude: 49.2535, longitude: -123.1214, zoom: 15 };
/** Where the schema lets a map open before anybody chose. */
const untouchedCentre = { latitude: 53.5461, longitude: -113.4938, zoom: 11 };

const isAt = (map: typeof demoCentre, { latitude, longitude, zoom }: typeof demoCentre): boolean =>
  map.latitude === latitude && map.longitude === longitude && map.zoom === zoom;

/** Names the organisation and opens the map in Vancouver, where nobody has said otherwise. */
export const dressSettings = async (tx: Db, locale: Locale): Promise<void> => {
  const { settings } = await findSiteSettings(tx);
  if (settings.organizationName === "") {
    const other = otherLocale(locale);
    const translated = { ...settings.translations?.[other], ...organisation[other] };
    await updateSiteSettings(tx, { ...organisation[locale], translations: { ...settings.translations, [other]: translated } });
  }
  if (isAt(await findMapSettings(tx), untouchedCentre)) await updateMapSettings(tx, demoCentre);
};

/** Takes back what `dressSettings` wrote, unless somebody changed it since. */
export const undressSettings = async (tx: Db): Promise<void> => {
  const { settings } = await findSiteSettings(tx);
  const locale = locales.find((one) => organisation[one].organizationName === settings.organizationName);
  if (locale !== undefined) {
    const { [otherLocale(locale)]: written, ...rest } = settings.translations ?? {};
    const { organizationName: _name, organizationShortName: _short, ...own } = written ?? {};
    const translations = { ...rest, ...(Object.keys(own).length === 0 ? {} : { [otherLocale(locale)]: own }) };
    const left = Object.keys(translations).length === 0 ? null : translations;
    await updateSiteSettings(tx, { organizationName: "", organizationShortName: "", translations: left });
  }
  if (isAt(await findMapSettings(tx), demoCentre)) await updateMapSettings(tx, untouchedCentre);
};
