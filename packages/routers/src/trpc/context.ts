import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "@cml/services";

/** What the surface's mount hands to every call. */
export type Context = {
  deps: Deps;
  actor: Actor;
  /** Sets or clears the browser session cookie; a no-op for bearer callers. */
  setSessionCookie: (session: { token: string; expiresAt: Date } | null) => void;
};
