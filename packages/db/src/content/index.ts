export * from "./email-templates";
export * from "./pages";
