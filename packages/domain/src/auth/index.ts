export * from "./account";
export * from "./manage-users";
export * from "./one-time-token";
export * from "./password";
export * from "./permissions";
export * from "./session";
export * from "./standing";
export * from "./user";
