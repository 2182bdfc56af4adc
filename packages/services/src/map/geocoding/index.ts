export { geocode, geocodeAddress, reverseGeocode } from "./geocode";
export type { Geocoders } from "./geocoder-port";
export * from "./geocoder-settings";
export * from "./local";
