export { againPage, followUpPage, stopPage } from "./follow-up-pages";
export type { Answer, FollowUpView } from "./model";
