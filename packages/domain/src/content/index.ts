export * from "./email-template";
export * from "./enums";
export * from "./landing-page";
export * from "./page-block";
export * from "./system-templates";
