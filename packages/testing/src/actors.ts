import { noPermissions, type UserRole } from "@cml/domain/auth";
import type { Anonymous, RequestFacts, UserActor, WorkerActor } from "@cml/domain/kernel";
import { v7 as newId } from "uuid";

const requestFacts = (): RequestFacts => ({ requestId: `request-${newId()}`, ipHash: "ip-hash-of-a-test", locale: "en" });

/** Somebody signed in with a bearer token. The account need not exist unless the use case looks it up. */
export const anActor = (role: UserRole = "USER", given: Partial<UserActor> = {}): UserActor => ({
  ...requestFacts(),
  kind: "user",
  userId: newId(),
  role,
  permissions: noPermissions,
  sessionId: null,
  ...given,
});

/** Somebody who is not signed in. */
export const aStranger = (given: Partial<Anonymous> = {}): Anonymous => ({ ...requestFacts(), kind: "anonymous", ...given });

export const aWorker = (given: Partial<WorkerActor> = {}): WorkerActor => ({
  ...requestFacts(),
  kind: "worker",
  workerName: "media-worker-1",
  ...given,
});
