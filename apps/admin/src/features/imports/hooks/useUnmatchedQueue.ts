import type { ListUnmatchedInput, ResolveUnmatchedInput, UnmatchedPerson } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { useQueueLine } from "../../../shell/queue-desk/useQueueLine";
import { personName } from "../model/person-name";

type Decision = ResolveUnmatchedInput["decision"];
/** One decision, or all that were accepted at once. */
type Done = { ids: string[]; name: string };

const fetched = 50;

/** People without a door, one after the other. */
export const useUnmatchedQueue = (filter: Pick<ListUnmatchedInput, "importId" | "reason">) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const query = api.map.unmatched.list.useQuery({ ...filter, limit: fetched }, { refetchOnWindowFocus: false });
  const resolve = api.map.unmatched.resolve.useMutation({ onError: notifyFailed });
  const acceptAll = api.map.unmatched.accept.useMutation({ onError: notifyFailed });
  const back = api.map.unmatched.undo.useMutation({ onError: notifyFailed });
  const { refresh, settle, settleMany, takeBack, quietly, last, ...line } = useQueueLine<UnmatchedPerson, Done>(query);
  const isBusy = resolve.isPending || back.isPending || acceptAll.isPending;
  const runsChanged = () => void cache.map.imports.invalidate();

  const decide = async (person: UnmatchedPerson, decision: Decision): Promise<void> => {
    if (isBusy) return;
    try {
      await resolve.mutateAsync({ id: person.id, decision });
    } catch {
      // Told already; somebody may have been quicker, so the line is read again.
      return refresh();
    }
    const name = personName(person.person);
    await settle(
      person,
      { ids: [person.id], name },
      t(decision.kind === "setAside" ? "unmatched.wasSetAside" : "unmatched.placed", { name }),
    );
    runsChanged();
  };
  const accept = async (confidence: number): Promise<void> => {
    const { ids, left } = await acceptAll.mutateAsync({ importId: filter.importId, confidence });
    const words = t("unmatched.accepted", { count: ids.length });
    notifyDone(left === 0 ? words : `${words} ${t("unmatched.acceptedLeft", { count: left })}`);
    await settleMany(ids.length === 0 ? null : { ids, name: t("unmatched.people", { count: ids.length }) });
    runsChanged();
  };
  const undo = async (): Promise<void> => {
    if (last === undefined || isBusy) return;
    const { left } = await back.mutateAsync({ ids: last.ids });
    const words = t("unmatched.undone", { name: last.name });
    await takeBack(words);
    runsChanged();
    if (last.ids.length > 1) notifyDone(left === 0 ? words : `${words} ${t("unmatched.undoneLeft", { count: left })}`);
  };
  return {
    ...line,
    query,
    isBusy,
    undo: () => quietly(undo()),
    decide: (decision: Decision) => {
      if (line.current !== null) quietly(decide(line.current, decision));
    },
    accept: (confidence: number) => quietly(accept(confidence)),
  };
};
