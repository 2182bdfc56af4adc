export * from "./campaign";
export * from "./enums";
export * from "./letter";
export * from "./letter-text";
export * from "./public-campaign";
export * from "./represent";
export * from "./representative";
export * from "./sending";
