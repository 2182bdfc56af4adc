export * from "./data-quality";
export { geocode, geocodeAddress, reverseGeocode } from "./geocode";
export * from "./geocode-runs";
export type { Geocoders } from "./geocoder-port";
export * from "./geocoder-settings";
export * from "./local";
export { forgetOldGeocodes } from "./forget-old-geocodes";
export * from "./weak-matches";
