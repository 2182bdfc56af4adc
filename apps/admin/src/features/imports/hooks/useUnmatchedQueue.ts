import type { ListUnmatchedInput, ResolveUnmatchedInput, UnmatchedPerson } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import { useQueueLine } from "../../../shell/queue-desk/useQueueLine";
import { personName } from "../model/person-name";

type Decision = ResolveUnmatchedInput["decision"];
type Done = { id: string; name: string };

const fetched = 50;

/** People without a door, one after the other. */
export const useUnmatchedQueue = (filter: Pick<ListUnmatchedInput, "importId" | "reason">) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const query = api.map.unmatched.list.useQuery({ ...filter, limit: fetched }, { refetchOnWindowFocus: false });
  const resolve = api.map.unmatched.resolve.useMutation({ onError: notifyFailed });
  const back = api.map.unmatched.undo.useMutation({ onError: notifyFailed });
  const { refresh, settle, takeBack, quietly, last, ...line } = useQueueLine<UnmatchedPerson, Done>(query);
  const isBusy = resolve.isPending || back.isPending;
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
    await settle(person, { id: person.id, name }, t(decision.kind === "setAside" ? "unmatched.wasSetAside" : "unmatched.placed", { name }));
    runsChanged();
  };
  const undo = async (): Promise<void> => {
    if (last === undefined || isBusy) return;
    await back.mutateAsync({ id: last.id });
    await takeBack(t("unmatched.undone", { name: last.name }));
    runsChanged();
  };
  return {
    ...line,
    query,
    isBusy,
    undo: () => quietly(undo()),
    decide: (decision: Decision) => {
      if (line.current !== null) quietly(decide(line.current, decision));
    },
    /** Many left the line, or came back to it, otherwise than by decisions made here. */
    reload: () => {
      quietly(refresh());
      runsChanged();
    },
  };
};
