export * from "./email-template";
export * from "./enums";
export * from "./landing-page";
export * from "./page-block";
