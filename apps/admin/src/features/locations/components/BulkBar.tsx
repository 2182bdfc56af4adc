import { Alert, Button, Group, Modal, Progress, Text } from "@mantine/core";
import { type LocationBulk, type LocationFilter, type LocationPage, mostListed, type StartBulkInput } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../api";
import { ChosenBar } from "../../../shell/Choosing";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { notifyFailed } from "../../../shell/notify";
import type { Chosen } from "../hooks/useChosen";
import { BulkEdit } from "./BulkEdit";

type Props = { filter: LocationFilter; page: LocationPage; chosen: Chosen; onChanged: () => unknown };

/** Choosing a page, or all of a filter. */
export const ChooseMany = ({ page, chosen }: Pick<Props, "page" | "chosen">) => {
  const { t } = useTranslation();
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => chosen.add(page.items.map(({ id }) => id))}>
        {t("buildings.bulk.page")}
      </Button>
      {!chosen.isAll && (page.isMore || page.total > page.items.length) && (
        <Button size="compact-sm" variant="default" onClick={chosen.chooseAll}>
          {t("buildings.bulk.all")}
        </Button>
      )}
    </>
  );
};

/** What may be done to the chosen rows, and how far it is. */
export const BulkBar = ({ filter, page, chosen, onChanged }: Props) => {
  const { t } = useTranslation();
  const [asks, setAsks] = useState<"edit" | "remove" | null>(null);
  const [running, setRunning] = useState<string | null>(null);
  const start = api.map.locations.bulk.start.useMutation({
    onSuccess: ({ id }) => {
      setAsks(null);
      setRunning(id);
      chosen.clear();
    },
    onError: notifyFailed,
  });
  const count = chosen.isAll ? page.total : chosen.ids.size;
  const begin = (given: Pick<StartBulkInput, "kind"> & Partial<StartBulkInput>) =>
    start.mutate({ ...given, chosen: chosen.isAll ? { filter } : { ids: [...chosen.ids] } });
  const isOn = count > 0;
  return (
    <>
      {isOn && (
        <ChosenBar label={t("buildings.bulk.label")}>
          <Text size="sm" fw={550} aria-live="polite">
            {chosen.isAll && page.isMore ? t("buildings.bulk.chosenMore", { count: mostListed }) : t("buildings.bulk.chosen", { count })}
          </Text>
          <Button size="compact-sm" variant="default" onClick={chosen.clear}>
            {t("buildings.bulk.none")}
          </Button>
          <Button size="compact-sm" leftSection={<IconPencil size={15} />} onClick={() => setAsks("edit")}>
            {t("buildings.bulk.edit")}
          </Button>
          <Button size="compact-sm" color="brick" leftSection={<IconTrash size={15} />} onClick={() => setAsks("remove")}>
            {t("buildings.bulk.remove")}
          </Button>
        </ChosenBar>
      )}
      {asks === "edit" && (
        <BulkEdit isPending={start.isPending} onClose={() => setAsks(null)} onApply={(changes) => begin({ kind: "edit", changes })} />
      )}
      <ConfirmModal
        opened={asks === "remove"}
        onClose={() => setAsks(null)}
        title={t("buildings.bulk.removeTitle")}
        text={t("buildings.bulk.removeText")}
        action={chosen.isAll && page.isMore ? t("buildings.bulk.remove") : t("buildings.bulk.removeMany", { count })}
        isPending={start.isPending}
        onConfirm={() => begin({ kind: "remove" })}
      />
      {running !== null && <BulkRun id={running} onChanged={onChanged} onClose={() => setRunning(null)} />}
    </>
  );
};

const isWorking = (bulk: LocationBulk | undefined): boolean => bulk === undefined || bulk.status === "QUEUED" || bulk.status === "RUNNING";

/** How far a change of many is, what it came to, and the way back. */
const BulkRun = ({ id, onChanged, onClose }: { id: string; onChanged: () => unknown; onClose: () => void }) => {
  const { t } = useTranslation();
  const query = api.map.locations.bulk.get.useQuery({ id }, { refetchInterval: ({ state }) => (isWorking(state.data) ? 700 : false) });
  const bulk = query.data;
  const undo = api.map.locations.bulk.undo.useMutation({ onSuccess: () => query.refetch(), onError: notifyFailed });
  const resume = api.map.locations.bulk.resume.useMutation({ onSuccess: () => query.refetch(), onError: notifyFailed });
  const isBroken = bulk?.status === "FAILED";
  const told = useRef("");
  useEffect(() => {
    if (bulk === undefined || isWorking(bulk) || told.current === bulk.status) return;
    told.current = bulk.status;
    void onChanged();
  }, [bulk, onChanged]);
  const text = useBulkWords(bulk);
  const at = bulk === undefined || bulk.total === 0 ? 0 : ((bulk.isUndoing ? bulk.undone : bulk.done) / bulk.total) * 100;
  return (
    <Modal opened onClose={onClose} title={t("buildings.bulk.label")}>
      {isWorking(bulk) && <Progress value={at} mb="sm" aria-label={text} animated />}
      {isBroken ? (
        <Alert color="amber" role="alert">
          {text}
        </Alert>
      ) : (
        <Text size="sm" role="status">
          {text}
        </Text>
      )}
      <Group justify="flex-end" mt="md">
        {(bulk?.status === "COMPLETED" || (isBroken && !bulk.isUndoing)) && (
          <Button variant="default" loading={undo.isPending} onClick={() => undo.mutate({ id })}>
            {t("buildings.undo")}
          </Button>
        )}
        {isBroken && (
          <Button loading={resume.isPending} onClick={() => resume.mutate({ id })}>
            {t("buildings.bulk.goOn")}
          </Button>
        )}
        <Button variant={isBroken ? "subtle" : "filled"} onClick={onClose}>
          {t("buildings.bulk.close")}
        </Button>
      </Group>
    </Modal>
  );
};

const useBulkWords = (bulk: LocationBulk | undefined): string => {
  const { t } = useTranslation();
  if (bulk === undefined) return "";
  const { status, kind, total, done, changed, archived, undone, isUndoing } = bulk;
  if (status === "FAILED") return t("buildings.bulk.stopped", { done: isUndoing ? undone : done, total });
  if (isUndoing) return t("buildings.bulk.undoing", { done: undone, total });
  if (isWorking(bulk)) return t("buildings.bulk.working", { done, total });
  if (status === "UNDONE") return t("buildings.bulk.undone");
  const what = t(kind === "edit" ? "buildings.bulk.edited" : "buildings.bulk.removed", { count: changed });
  return archived === 0 ? what : `${what} · ${t("buildings.bulk.archived", { count: archived })}`;
};
