import { failureOf } from "@cml/api-client";
import type { CanvassSession, EndSessionInput, StartSessionInput } from "@cml/domain/canvass";

export type SessionApi = {
  start: (input: StartSessionInput) => Promise<unknown>;
  current: () => Promise<Pick<CanvassSession, "id" | "lastActivityAt"> | null>;
  end: (input: EndSessionInput) => Promise<unknown>;
};

/**
 * Starts a walk. One that this person left open on another phone, or on this one before its data was cleared, ends with its last sign
 * of life; without this every visit of the new walk would be refused. What the other phone still holds counts all the same.
 */
export const startWalk = async (api: SessionApi, input: StartSessionInput): Promise<void> => {
  try {
    await api.start(input);
  } catch (error) {
    if (failureOf(error).messageKey !== "canvass.sessionOpen") throw error;
    const open = await api.current();
    if (open !== null) await api.end({ id: open.id, endedAt: open.lastActivityAt });
    await api.start(input);
  }
};
