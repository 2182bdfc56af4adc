import { errorMessage } from "@cml/api-client";
import type { Boxes, EditResponseInput, ModeratedResponse, ResponseView } from "@cml/domain/influence";
import { loadedLocale, useTranslation } from "@cml/ui/i18n";
import { useRef, useState } from "react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import { isOnPile } from "../model/walk";
import type { DeskCounts } from "./useDeskCounts";
import type { Walk, WalkFilter } from "./useWalk";

type Deed = "approve" | "reject" | "edit" | "boxes" | "proof" | "unproof" | "approveReply" | "rejectReply";
/** `back` takes it back and gives the response as it is then; null when there was nothing to take back. */
type Done = { before: ResponseView; back: () => Promise<ResponseView | null> };
type Change = { deed: Deed; before: ResponseView; after: ResponseView; work: () => Promise<ModeratedResponse> };
type Options = { walk: Walk; counts: DeskCounts; pile: WalkFilter["desk"] };

/**
 * What a moderator does to a response: it shows at once, goes to the server behind her back, and comes back with a word of why
 * where the server refuses. `undo` takes back the last deed, however often it is pressed.
 */
export const useDeskActions = ({ walk, counts, pile }: Options) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  // Called without hooks: what is under way is nothing the screen waits for, so nothing is drawn again for it.
  const { responses } = cache.client.influence;
  const [said, setSaid] = useState<{ text: string; canUndo: boolean; isBad: boolean } | null>(null);
  const [decided, setDecided] = useState(0);
  const stack = useRef<Done[]>([]);
  // One thing after another for each response; what the server says counts once nothing newer is on its way.
  const chains = useRef(new Map<string, Promise<unknown>>());
  const underWay = useRef(0);

  const queue = <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const run = (chains.current.get(id) ?? Promise.resolve()).then(work);
    chains.current.set(id, run.catch(() => null)); // prettier-ignore
    return run;
  };
  const settle = async (id: string) => {
    underWay.current -= 1;
    await cache.influence.responses.get.invalidate({ id });
    if (underWay.current === 0) await counts.refresh();
  };
  const show = (before: ResponseView, after: ResponseView) => {
    walk.replace(after);
    counts.move(before, after);
  };
  const count = (before: ResponseView, after: ResponseView) =>
    setDecided((sum) => Math.max(0, sum + Number(isOnPile(before, pile)) - Number(isOnPile(after, pile))));

  const change = ({ deed, before, after, work }: Change): Promise<boolean> => {
    show(before, after);
    count(before, after);
    underWay.current += 1;
    const { id, representativeName: name } = before;
    const latest = queue(id, work);
    const mine = chains.current.get(id);
    const done = latest.then(
      ({ response, changeId }) => {
        if (chains.current.get(id) === mine) walk.replace(response);
        return changeId;
      },
      (error: unknown) => {
        show(after, before);
        count(after, before);
        walk.open(id);
        stack.current = stack.current.filter((one) => one !== entry);
        setSaid({ text: t("responses.sitting.failed", { name, why: errorMessage(error, loadedLocale()) }), canUndo: false, isBad: true });
        return null;
      },
    );
    const back = async () => {
      const changeId = await done;
      if (changeId === null) return null;
      const undone = await queue(id, () => responses.undo.mutate({ changes: [{ id, changeId }] }));
      return undone.responses[0] ?? null;
    };
    const entry = { before, back };
    stack.current.push(entry);
    setSaid({ text: t(`responses.done.${deed}`, { name }), canUndo: true, isBad: false });
    return done.then((changeId) => changeId !== null).finally(() => void settle(id));
  };

  const undo = async () => {
    const last = stack.current.pop();
    if (last === undefined) return;
    const { before } = last;
    const { id, representativeName: name } = before;
    walk.setPresent(id, true);
    walk.open(id);
    underWay.current += 1;
    try {
      const response = await last.back();
      if (response !== null) {
        const now = walk.items.find((one) => one.id === id)?.response ?? before;
        show(now, response);
        count(now, response);
        setSaid({ text: t("responses.done.undone", { name }), canUndo: stack.current.length > 0, isBad: false });
      }
    } catch (error) {
      notifyFailed(error);
    } finally {
      await settle(id);
    }
  };

  /** It goes with its votes; for thirty days it can come back. */
  const remove = async (before: ResponseView) => {
    const { id, representativeName: name } = before;
    const next = walk.afterThis;
    underWay.current += 1;
    try {
      await queue(id, () => responses.remove.mutate({ id }));
      stack.current.push({ before, back: () => queue(id, () => responses.restore.mutate({ id })) });
      walk.setPresent(id, false);
      walk.open(next ?? "");
      setSaid({ text: t("responses.done.remove", { name }), canUndo: true, isBad: false });
    } catch (error) {
      notifyFailed(error);
    } finally {
      underWay.current -= 1;
      if (underWay.current === 0) await counts.refresh();
    }
  };

  // To the next one before anything else happens: the eye is there already.
  const decide = (given: Change) => {
    if (isOnPile(given.before, pile) && !isOnPile(given.after, pile)) walk.open(walk.afterThis ?? "");
    void change(given);
  };
  const at = () => new Date();
  return {
    said,
    decided,
    undo: () => void undo(),
    remove,
    approve: (before: ResponseView) => {
      // The server says it again; said here first, nobody is sent on for nothing.
      if (before.disputedAt !== null && before.proofSeen === null)
        return setSaid({ text: t("responses.item.needsProof"), canUndo: false, isBad: true });
      if (before.status === "APPROVED" && before.disputedAt === null) return;
      const after = { ...before, status: "APPROVED" as const, rejectReason: null, disputedAt: null, moderatedAt: at() };
      decide({ deed: "approve", before, after, work: () => responses.approve.mutate({ id: before.id }) });
    },
    reject: (before: ResponseView, reason: string) => {
      const after = { ...before, status: "REJECTED" as const, rejectReason: reason, moderatedAt: at() };
      decide({ deed: "reject", before, after, work: () => responses.reject.mutate({ id: before.id, reason }) });
    },
    decideReply: (before: ResponseView, decision: "APPROVED" | "REJECTED", reason: string | null) => {
      if (before.officeReply === null || before.officeReply.status === decision) return;
      const after = { ...before, officeReply: { ...before.officeReply, status: decision } };
      const work = () => responses.moderateOfficeReply.mutate({ id: before.id, decision, reason });
      decide({ deed: decision === "APPROVED" ? "approveReply" : "rejectReply", before, after, work });
    },
    setProof: (before: ResponseView) => {
      const seen = before.proofSeen === null;
      const after = { ...before, proofSeen: seen ? { at: at(), byName: null } : null };
      void change({ deed: seen ? "proof" : "unproof", before, after, work: () => responses.setProofSeen.mutate({ id: before.id, seen }) });
    },
    /** What the server answers is shown: only it knows which words and pixels are covered now. */
    setBoxes: (before: ResponseView, boxes: Boxes) =>
      change({ deed: "boxes", before, after: { ...before, boxes }, work: () => responses.box.mutate({ id: before.id, boxes }) }),
    edit: (before: ResponseView, changes: Omit<EditResponseInput, "id">) =>
      change({ deed: "edit", before, after: before, work: () => responses.edit.mutate({ id: before.id, ...changes }) }),
  };
};
export type DeskActions = ReturnType<typeof useDeskActions>;
