export * from "./edit-shifts";
export * from "./read-shifts";
export * from "./sign-ups";
