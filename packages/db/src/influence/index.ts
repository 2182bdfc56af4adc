export * from "./campaigns";
export * from "./demo-representatives";
export * from "./letter-consents";
export * from "./letter-sending";
export * from "./letters";
export * from "./representatives";
export * from "./verifications";
