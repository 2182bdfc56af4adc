import type { ListUnmatchedInput, ResolveUnmatchedInput, UnmatchedPerson } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { personName } from "../model/person-name";

type Decision = ResolveUnmatchedInput["decision"];
/** One decision, or all that were accepted at once. */
type Done = { ids: string[]; name: string };

const fetched = 50;

/** People without a door, one after the other; who is decided about leaves the line, and comes back with `undo`, however often. */
export const useUnmatchedQueue = (filter: Pick<ListUnmatchedInput, "importId" | "reason">) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const query = api.map.unmatched.list.useQuery({ ...filter, limit: fetched }, { refetchOnWindowFocus: false });
  const resolve = api.map.unmatched.resolve.useMutation({ onError: notifyFailed });
  const acceptAll = api.map.unmatched.accept.useMutation({ onError: notifyFailed });
  const back = api.map.unmatched.undo.useMutation({ onError: notifyFailed });
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const [index, setIndex] = useState(0);
  const [done, setDone] = useState<Done[]>([]);
  const [said, setSaid] = useState("");
  const items = (query.data?.items ?? []).filter(({ id }) => !settled.has(id));
  const at = Math.min(index, Math.max(0, items.length - 1));
  const current = items[at] ?? null;
  const isBusy = resolve.isPending || back.isPending || acceptAll.isPending;

  /** The line as the server has it now. */
  const refresh = async (): Promise<void> => {
    await query.refetch();
    setSettled(new Set());
    void cache.map.imports.invalidate();
  };
  const decide = async (person: UnmatchedPerson, decision: Decision): Promise<void> => {
    if (isBusy) return;
    try {
      await resolve.mutateAsync({ id: person.id, decision });
    } catch {
      // Told already; somebody may have been quicker, so the line is read again.
      return refresh();
    }
    const name = personName(person.person);
    setDone((before) => [...before, { ids: [person.id], name }]);
    setSettled((before) => new Set(before).add(person.id));
    setSaid(t(decision.kind === "setAside" ? "unmatched.wasSetAside" : "unmatched.placed", { name }));
    if (items.length <= 5) await refresh();
  };
  const accept = async (confidence: number): Promise<void> => {
    const { ids, left } = await acceptAll.mutateAsync({ importId: filter.importId, confidence });
    if (ids.length > 0) setDone((before) => [...before, { ids, name: t("unmatched.people", { count: ids.length }) }]);
    const words = t("unmatched.accepted", { count: ids.length });
    notifyDone(left === 0 ? words : `${words} ${t("unmatched.acceptedLeft", { count: left })}`);
    setIndex(0);
    await refresh();
  };
  const undo = async (): Promise<void> => {
    const last = done.at(-1);
    if (last === undefined || isBusy) return;
    const { left } = await back.mutateAsync({ ids: last.ids });
    setDone((before) => before.slice(0, -1));
    setIndex(0);
    await refresh();
    const words = t("unmatched.undone", { name: last.name });
    setSaid(words);
    if (last.ids.length > 1) notifyDone(left === 0 ? words : `${words} ${t("unmatched.undoneLeft", { count: left })}`);
  };
  // A refusal has been told; there is nothing more to do about it here.
  const quietly = (work: Promise<void>): void => void work.catch(() => undefined);

  return {
    query,
    current,
    at,
    waiting: Math.max(0, (query.data?.total ?? 0) - settled.size),
    loaded: items.length,
    said,
    isBusy,
    canUndo: done.length > 0,
    next: () => setIndex(Math.min(at + 1, items.length - 1)),
    previous: () => setIndex(Math.max(at - 1, 0)),
    undo: () => quietly(undo()),
    decide: (decision: Decision) => {
      if (current !== null) quietly(decide(current, decision));
    },
    accept: (confidence: number) => quietly(accept(confidence)),
  };
};
