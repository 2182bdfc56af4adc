import type { RecordVisitInput } from "@cml/domain/canvass";
import { v7 as newId } from "uuid";
import { usePhone, usePhoneState } from "../../../shell/PhoneContext";

export type VisitDraft = Pick<RecordVisitInput, "outcome" | "supportLevel" | "supportDeclined" | "signRequested" | "notes">;

/** Starting, recording and ending; each is safe on the phone when its promise resolves, with or without signal. */
export const useWalk = (assignmentId: string) => {
  const phone = usePhone();
  const { walk } = usePhoneState();
  const current = walk?.assignmentId === assignmentId ? walk : null;

  const end = async () => {
    if (walk === null) return;
    await phone.record({ kind: "end", input: { id: walk.sessionId, endedAt: new Date() } });
    await phone.setWalk(null);
  };

  return {
    walk: current,
    start: async () => {
      await end();
      const startedAt = new Date();
      const sessionId = newId();
      await phone.record({ kind: "start", input: { id: sessionId, assignmentId, start: null, startedAt } });
      await phone.setWalk({ sessionId, assignmentId, startedAt });
    },
    end,
    /** Gives the event's id, by which it can be taken back for a while. */
    record: async (addressId: string, draft: VisitDraft): Promise<string> => {
      if (current === null) throw new Error("a visit belongs to a walk");
      const id = newId();
      await phone.record({
        kind: "visit",
        assignmentId,
        input: {
          id,
          sessionId: current.sessionId,
          addressId,
          ...draft,
          leanCode: null,
          signSize: null,
          durationSeconds: null,
          place: null,
          recordedAt: new Date(),
        },
      });
      return id;
    },
  };
};
