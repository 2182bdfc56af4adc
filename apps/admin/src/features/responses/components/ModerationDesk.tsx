import { PageSkeleton } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useEffect, useRef, useState } from "react";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { TableError } from "../../../shell/TableError";
import { markDecision, useAhead, useItemTiming } from "../hooks/useAhead";
import { useDeskActions } from "../hooks/useDeskActions";
import type { DeskCounts } from "../hooks/useDeskCounts";
import { useDeskKeys } from "../hooks/useDeskKeys";
import { useWalk, type WalkFilter } from "../hooks/useWalk";
import type { DeskDeed } from "../model/desk-keys";
import { ActionBar } from "./ActionBar";
import { BoxEditor } from "./BoxEditor";
import { EditPanel } from "./EditPanel";
import { HistoryDrawer } from "./HistoryDrawer";
import { KeysModal } from "./KeysModal";
import { NothingHere } from "./NothingHere";
import { QueueBar } from "./QueueBar";
import { RejectPanel } from "./RejectPanel";
import { ResponseItem } from "./ResponseItem";
import { WallPreview } from "./WallPreview";

type Mode = "read" | "wall" | "reject" | "edit" | "boxes";
type Props = { filter: WalkFilter; startAt: string; counts: DeskCounts; isFiltered: boolean; onShowAll: () => void };

/** A pile gone through one large item at a time, by keys or buttons. */
export const ModerationDesk = ({ filter, startAt, counts, isFiltered, onShowAll }: Props) => {
  const { t } = useTranslation();
  const walk = useWalk(filter, startAt);
  const actions = useDeskActions({ walk, counts, pile: filter.desk });
  const [mode, setMode] = useState<Mode>("read");
  const [shown, setShown] = useState<"keys" | "history" | "remove" | null>(null);
  const top = useRef<HTMLDivElement>(null);
  const response = walk.current?.response ?? null;
  const id = response?.id ?? null;
  useAhead(walk.near);
  useItemTiming(id);
  // Another one begins at its first line, as it was sent.
  useEffect(() => setMode((before) => (before === "wall" ? "wall" : "read")), [id]);
  useMoreWhenDone({ walk, counts, pile: filter.desk });

  if (walk.isLoading) return <PageSkeleton shape="page" />;
  const waits = filter.desk === "PENDING" || filter.desk === "OFFICE_REPLY" || filter.desk === "DISPUTED";
  const left = counts.counts?.[filter.desk] ?? walk.left;
  const bar = <QueueBar left={left} waits={waits} actions={actions} onKeys={() => setShown("keys")} />;
  const keysModal = <KeysModal opened={shown === "keys"} onClose={() => setShown(null)} />;
  const go = (to: string | null) => (to === null ? undefined : () => walk.open(to));
  const isReply = filter.desk === "OFFICE_REPLY" && response?.officeReply !== null;
  const read = () => setMode("read");
  const run: Partial<Record<DeskDeed, () => void>> = {
    undo: actions.undo,
    keys: () => setShown("keys"),
    next: go(walk.next),
    previous: go(walk.previous),
    ...(response !== null && {
      approve: () => {
        markDecision();
        if (isReply) actions.decideReply(response, "APPROVED", null);
        else actions.approve(response);
      },
      reject: () => setMode("reject"),
      edit: () => setMode("edit"),
      boxes: () => setMode("boxes"),
      proof: () => actions.setProof(response),
      preview: () => setMode(mode === "wall" ? "read" : "wall"),
      history: () => setShown("history"),
    }),
  };
  const reject = (reason: string) => {
    if (response === null) return;
    markDecision();
    read();
    if (isReply) actions.decideReply(response, "REJECTED", reason);
    else actions.reject(response, reason);
  };
  const isBusy = mode === "edit" || mode === "boxes";
  return (
    <TableError query={{ data: walk.error === null ? walk.items : undefined, error: walk.error, refetch: walk.restart }}>
      <DeskKeys run={run} isPaused={isBusy || shown !== null} />
      <div ref={top}>{bar}</div>
      {response === null && !walk.isWhole ? (
        <PageSkeleton shape="page" />
      ) : response === null ? (
        <NothingHere pile={filter.desk} isFiltered={isFiltered} onShowAll={onShowAll} />
      ) : mode === "boxes" ? (
        <BoxEditor
          key={response.id}
          response={response}
          onClose={read}
          onSave={(boxes) => {
            read();
            void actions.setBoxes(response, boxes);
          }}
        />
      ) : mode === "edit" ? (
        <EditPanel
          key={response.id}
          response={response}
          onClose={read}
          onSave={(changes) => {
            read();
            void actions.edit(response, changes);
          }}
        />
      ) : (
        <>
          {mode === "wall" ? <WallPreview key={response.id} response={response} /> : <ResponseItem key={response.id} response={response} />}
          {mode === "reject" && (
            <RejectPanel locale={response.locale} isOffice={isReply || response.officeAnswerId !== null} onReject={reject} onClose={read} />
          )}
          {mode !== "reject" && (
            <ActionBar response={response} isReply={isReply} isPreview={mode === "wall"} run={run} onRemove={() => setShown("remove")} />
          )}
        </>
      )}
      {keysModal}
      {shown === "history" && id !== null && <HistoryDrawer id={id} onClose={() => setShown(null)} />}
      <ConfirmModal
        opened={shown === "remove" && response !== null}
        onClose={() => setShown(null)}
        title={t("responses.removing.title")}
        text={t("responses.removing.text")}
        action={t("responses.removing.action")}
        isPending={false}
        onConfirm={() => {
          setShown(null);
          if (response !== null) void actions.remove(response);
        }}
      />
    </TableError>
  );
};

const DeskKeys = ({ run, isPaused }: { run: Partial<Record<DeskDeed, () => void>>; isPaused: boolean }) => {
  useDeskKeys(run, isPaused);
  return null;
};

type More = { walk: ReturnType<typeof useWalk>; counts: DeskCounts; pile: WalkFilter["desk"] };

/** When one has come to the end and others have sent in more meanwhile, it goes on with theirs. */
const useMoreWhenDone = ({ walk, counts, pile }: More): void => {
  const { at } = counts;
  const waiting = counts.counts?.[pile] ?? 0;
  const isDone = walk.current === null && walk.isWhole && !walk.isLoading;
  const asked = useRef(at);
  const { restart } = walk;
  useEffect(() => {
    // Once for each count: the pile may hold what somebody else decides at this moment.
    if (!isDone || waiting === 0 || asked.current === at) return;
    asked.current = at;
    restart();
  }, [isDone, waiting, at, restart]);
};
