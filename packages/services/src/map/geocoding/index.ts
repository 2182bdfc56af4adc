export * from "./local";
