import type { Db } from "@cml/db";
import type { Geocoder } from "./influence/representatives/geocoder";
import type { RepresentClient } from "./influence/representatives/represent-client";
import type { Geocoders } from "./map/geocoding/geocoder-port";
import type { AppConfig } from "./platform/config";
import type { Events, Limiter, Locks } from "./platform/coordination";
import type { JobClient } from "./platform/job-client";
import type { FetchRange, FetchRemote } from "./platform/remote-files";
import type { Mailer } from "./platform/mailer";
import type { MediaClaims } from "./platform/media-claims";
import type { Secrets } from "./platform/secrets";
import type { FileStorage } from "./platform/storage";

export type Clock = { now: () => Date };

/** Structured log; messages are constant texts, facts go in the object, personal data never. */
export type Logger = Record<"debug" | "info" | "warn" | "error", (facts: Record<string, unknown>, message: string) => void>;

/** Everything a use case may touch outside itself. Composed once in packages/runtime, or from fakes in tests. */
export type Deps = {
  config: AppConfig;
  db: Db;
  clock: Clock;
  /** A new UUIDv7. */
  newId: () => string;
  logger: Logger;
  jobs: JobClient;
  limiter: Limiter;
  locks: Locks;
  events: Events;
  mailer: Mailer;
  /** Media jobs, taken by hand for workers elsewhere. */
  mediaClaims: MediaClaims;
  storage: FileStorage;
  represent: RepresentClient;
  geocoder: Geocoder;
  /** Geocoders of others for the map, as the settings name them. */
  geocoders: Geocoders;
  fetchRemote: FetchRemote;
  fetchRange: FetchRange;
  secrets: Secrets;
};
