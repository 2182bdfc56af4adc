import { findEmailTemplate } from "@cml/db/content";
import type { EmailTemplate } from "@cml/domain/content";
import type { Deps } from "../../deps";

/** A changed wording is used after at most so long. */
const freshMs = 1_000;

type Held = { template: Promise<EmailTemplate | null>; readAt: number };
const held = new WeakMap<Deps["events"], Held>();

/** The wording of letters, read once a second and not once a letter. */
export const letterTemplate = async (deps: Pick<Deps, "db" | "events" | "clock">): Promise<EmailTemplate | null> => {
  const now = deps.clock.now().getTime();
  const known = held.get(deps.events);
  if (known !== undefined && now >= known.readAt && now - known.readAt < freshMs) return known.template;
  const entry = { template: findEmailTemplate(deps.db, { key: "campaign-email" }), readAt: now };
  held.set(deps.events, entry);
  entry.template.catch(() => held.delete(deps.events));
  return entry.template;
};
