export { removeBasemap } from "./basemap/remove-basemap";
export { getBasemapAddress, getBasemapFacts, getBasemapTile } from "./basemap/read-basemap";
export { getMailTransport } from "./get-mail-transport";
export { getMapSettings, getMapView, updateMapSettings } from "./map-settings/map-settings";
export { getPublicLink, getPublicUrl } from "./site-settings/get-public-url";
export { getPublicSettings, getSettings } from "./site-settings/get-settings";
export { readSettings } from "./site-settings/settings-cache";
export { getSetup, setSetupStep } from "./site-settings/setup";
export { updateSiteSettings } from "./site-settings/update-site-settings";
