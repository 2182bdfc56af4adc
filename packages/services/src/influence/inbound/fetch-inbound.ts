import type { Actor } from "@cml/domain/kernel";
import { openImapFolder } from "@cml/integrations/inbound";
import type { Deps } from "../../deps";
import { drainFolder, getImapTarget, mailboxLock, noteInboundFailure } from "./inbound-mailbox";

/**
 * Looks into the inbound mailbox once, every minute: for a process that waits on it already this is nothing to do. Gives how
 * many mails were taken in.
 */
export const fetchInbound = async (deps: Deps, _actor: Actor): Promise<{ kept: number }> => {
  const target = await getImapTarget(deps);
  if (target === null) return { kept: 0 };
  const done = await deps.locks.tryLock(mailboxLock, async () => {
    try {
      const folder = await openImapFolder(target);
      try {
        return await drainFolder(deps, folder);
      } finally {
        await folder.close();
      }
    } catch (error) {
      await noteInboundFailure(deps, error);
      return { kept: 0 };
    }
  });
  return done?.result ?? { kept: 0 };
};
