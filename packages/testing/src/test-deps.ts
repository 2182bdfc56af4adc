import type { Db } from "@cml/db";
import type { Locale } from "@cml/domain/kernel";
import { v7 as newId } from "uuid";
import { fakeClock, type FakeClock } from "./fakes/clock";
import { memoryEvents, memoryLimiter, memoryLocks, type MemoryEvents, type MemoryLimiter, type MemoryLocks } from "./fakes/coordination";
import { fakeJobs, type FakeJobs } from "./fakes/jobs";
import { fakeLogger, type FakeLogger } from "./fakes/logger";
import { fakeMailer, type FakeMailer, type FakeSmtpTarget } from "./fakes/mailer";
import { memoryMediaClaims, type MemoryMediaClaims } from "./fakes/media-claims";
import { fakeGeocoder, type FakeGeocoder } from "./fakes/geocoder";
import { fakeGeocoders, type FakeGeocoders } from "./fakes/geocoders";
import { fakeRemoteFiles, type FakeRemoteFiles } from "./fakes/remote-files";
import { fakeRemoteRanges, type FakeRemoteRanges } from "./fakes/remote-ranges";
import { fakeRepresent, type FakeRepresent } from "./fakes/represent";
import { fakeSecrets, type FakeSecrets } from "./fakes/secrets";
import { memoryStorage, type MemoryStorage } from "./fakes/storage";

export type TestConfig = {
  publicUrl: string;
  production: boolean;
  embeddedMail: boolean;
  mail: { target: FakeSmtpTarget; fromAddress: string };
  inboundTls: { certFile: string; keyFile: string } | null;
  embeddedDatabase: boolean;
  dataDir: string;
  representativeSources: readonly ("local" | "represent")[];
  basemapUrl: string | null;
  defaultLocale: Locale;
  version: string;
};

/** Fits `Deps` of the services by shape; each part is a fake a test may look into. */
export type TestDeps = {
  config: TestConfig;
  db: Db;
  clock: FakeClock;
  newId: () => string;
  logger: FakeLogger;
  jobs: FakeJobs;
  limiter: MemoryLimiter;
  locks: MemoryLocks;
  events: MemoryEvents;
  mailer: FakeMailer;
  mediaClaims: MemoryMediaClaims;
  storage: MemoryStorage;
  represent: FakeRepresent;
  geocoder: FakeGeocoder;
  geocoders: FakeGeocoders;
  fetchRemote: FakeRemoteFiles;
  fetchRange: FakeRemoteRanges;
  secrets: FakeSecrets;
};

export const testConfig: TestConfig = {
  publicUrl: "https://act.example.org",
  production: false,
  embeddedMail: true,
  mail: { target: { host: "localhost", port: 2525, secure: false, user: null, pass: null }, fromAddress: "letters@act.example.org" },
  inboundTls: null,
  embeddedDatabase: true,
  dataDir: "/nowhere",
  representativeSources: ["local", "represent"],
  basemapUrl: null,
  defaultLocale: "en",
  version: "0.0.0-test",
};

/**
 * Everything a use case needs: the given database (createTestDb) and fakes for the rest. Any part may be replaced:
 * `testDeps({ db, clock: fakeClock("2026-11-01T08:30:00Z") })`; limiter and secrets then follow that clock.
 */
export const testDeps = <G extends { db: Db } & Partial<TestDeps>>(given: G): Omit<TestDeps, keyof G> & G => {
  const clock = given.clock ?? fakeClock();
  const jobs = given.jobs ?? fakeJobs();
  const fakes: Omit<TestDeps, "db"> = {
    config: testConfig,
    clock,
    newId: () => newId(),
    logger: fakeLogger(),
    jobs,
    limiter: memoryLimiter(clock),
    locks: memoryLocks(),
    events: memoryEvents(),
    mailer: fakeMailer(),
    mediaClaims: memoryMediaClaims(jobs),
    storage: memoryStorage(),
    represent: fakeRepresent(),
    geocoder: fakeGeocoder(),
    geocoders: fakeGeocoders(),
    fetchRemote: fakeRemoteFiles(),
    fetchRange: fakeRemoteRanges(),
    secrets: fakeSecrets(clock),
  };
  return { ...fakes, ...given };
};
