export * from "./proof-of-work";
