export { createGeocoders } from "./geocoders";
