export * from "./get-public-tile";
export * from "./get-staff-tile";
