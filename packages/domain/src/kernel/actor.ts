import type { Permissions } from "../auth/permissions";
import type { Lapse } from "../auth/standing";
import type { UserRole } from "../auth/user-role";
import type { Locale } from "./locale";

/** What every request carries, whoever makes it. `ipHash` is a rotating keyed hash, never the address. */
export type RequestFacts = { requestId: string; ipHash: string; locale: Locale };

export type Anonymous = RequestFacts & {
  kind: "anonymous";
  /** Somebody whose session or token is good but whose account may not act now; uploads of the canvass app still ask who it was. */
  lapsed?: { userId: string; role: UserRole; lapse: Lapse; expiresAt: Date | null } | undefined;
};
export type UserActor = RequestFacts & {
  kind: "user";
  userId: string;
  role: UserRole;
  permissions: Permissions;
  /** Lucia session id when signed in by cookie; null for a bearer token. */
  sessionId: string | null;
  /** Family of refresh tokens when signed in by bearer token. */
  familyId?: string | undefined;
  /** Signed in with a password somebody else made: nothing is allowed until it is changed. */
  mustChangePassword?: boolean | undefined;
};
export type WorkerActor = RequestFacts & { kind: "worker"; workerName: string };
/** Jobs, schedules, the command line and seeds act as the system. */
export type SystemActor = RequestFacts & { kind: "system" };

export type Actor = Anonymous | UserActor | WorkerActor | SystemActor;

export const systemActor = (locale: Locale = "en"): SystemActor => ({ kind: "system", requestId: "system", ipHash: "", locale });
