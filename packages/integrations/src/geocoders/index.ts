export { createGeocoders, type FoundPlace, type GeocoderConfig, type GeocodersOptions } from "./geocoders";
