export * from "./clock";
export * from "./coordination";
export * from "./jobs";
export * from "./logger";
export * from "./mailer";
export * from "./represent";
export * from "./secrets";
export * from "./storage";
