export type { Clock, Deps, Logger } from "./deps";
export type * from "./influence/representatives/represent-client";
export type * from "./platform/config";
export type * from "./platform/coordination";
export type * from "./platform/job-client";
export type * from "./platform/mailer";
export type * from "./platform/media-claims";
export type * from "./platform/secrets";
export type * from "./platform/storage";
