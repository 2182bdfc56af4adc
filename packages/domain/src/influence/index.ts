export * from "./enums";
export * from "./represent";
