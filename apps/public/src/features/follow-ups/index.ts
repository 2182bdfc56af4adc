export { againPage, followUpPage, stopPage } from "./follow-up-pages";
