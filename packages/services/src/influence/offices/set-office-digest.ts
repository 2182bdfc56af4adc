import { setOfficeDigest } from "@cml/db/influence";
import type { SetOfficeDigestInput } from "@cml/domain/influence";
import type { Actor } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { announceLetters } from "../campaign-emails/announce-letters";
import { queueRelease } from "../campaign-emails/queue-release";
import { actingOffice } from "./opened-office";

/** The office gets one mail a week instead of each letter on its own, or each on its own again: then those that wait leave now. */
export const changeOfficeDigest = async (deps: Deps, actor: Actor, input: SetOfficeDigestInput): Promise<void> => {
  const { office, campaign } = await actingOffice(deps, actor, input);
  const isNew = await setOfficeDigest(deps.db, { id: office.id, on: input.on, now: deps.clock.now() });
  if (!isNew) return;
  if (!input.on) await queueRelease(deps);
  await announceLetters(deps, campaign.id);
};
