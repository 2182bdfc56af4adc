export { officePage, officeQuestionPage, wayInPage } from "./office-pages";
