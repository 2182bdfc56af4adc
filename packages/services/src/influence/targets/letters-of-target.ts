import { afterCommit } from "@cml/db";
import { recordLetterEvents } from "@cml/db/influence";
import type { Campaign, LetterEventKind } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueRelease } from "../campaign-emails/queue-release";

type Note = { db: Deps["db"]; kind: LetterEventKind; ids: readonly string[]; words: string | null };

/** Writes on the timelines of letters what staff decided about their recipient. */
export const noteLetters = (deps: Deps, actor: Actor, { db, kind, ids, words }: Note): Promise<void> => {
  const byUserId = actor.kind === "user" ? actor.userId : null;
  return recordLetterEvents(
    db,
    ids.map((letterId) => ({ letterId, kind, at: deps.clock.now(), words, byUserId })),
  );
};

/** Tells those who watch, and looks at once for letters that may leave now. */
export const announceLetters = (deps: Deps, db: Deps["db"], campaign: Campaign): Promise<void> =>
  afterCommit(db, async () => {
    await deps.events.publish({ type: "letter.changed", campaignId: campaign.id });
    await deps.events.publish({ type: "campaign.changed", campaignId: campaign.id, slug: campaign.slug });
    await queueRelease(deps);
  });
