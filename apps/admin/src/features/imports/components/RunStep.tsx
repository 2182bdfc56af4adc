import { Alert, Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { canCancelImport, canResumeImport, type ImportKind, type ImportRunView } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconDownload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { CountsPicture } from "./CountsPicture";
import { ImportDetails } from "./ImportDetails";
import { PeopleOutcome } from "./PeopleOutcome";
import { ResumeButton } from "./ResumeButton";
import { UndoButton, UndoState } from "./UndoImport";

const isUndoing = ({ undo }: ImportRunView) => undo !== null && undo.step !== "done";
const stillGoing = (run: ImportRunView | undefined) => run === undefined || canCancelImport(run.status) || isUndoing(run);

type Props = { id: string; onAgain: () => void; onStarted: (id: string) => void };

/** A run while it goes and what came of it; reading only, so the page may be left and opened again. */
export const RunStep = ({ id, onAgain, onStarted }: Props) => {
  const cache = api.useUtils();
  const query = api.map.imports.get.useQuery({ id }, { refetchInterval: ({ state }) => (stillGoing(state.data) ? 1_000 : false) });
  const status = query.data?.status;
  const isComparison = query.data?.isComparison;
  useEffect(() => {
    // New doors and turf: whatever the other pages kept is old now.
    if ((status === "COMPLETED" || status === "UNDONE") && isComparison === false) void cache.map.invalidate();
  }, [status, isComparison, cache]);
  return <QueryState query={query}>{(run) => <Run run={run} onAgain={onAgain} onStarted={onStarted} />}</QueryState>;
};

const titleOf = (run: ImportRunView) => {
  if (isUndoing(run)) return "imports.undo.running";
  const isGoing = canCancelImport(run.status);
  if (isGoing) return run.isComparison ? "imports.difference.running" : "imports.running";
  if (run.status === "UNDONE") return "imports.undo.done";
  if (run.status === "CANCELLED") return "imports.cancelled";
  if (run.status === "FAILED") return "imports.failed";
  return run.isComparison ? "imports.difference.done" : "imports.completed";
};

const Run = ({ run, onAgain, onStarted }: { run: ImportRunView } & Omit<Props, "id">) => {
  const { t } = useTranslation();
  const cancel = api.map.imports.cancel.useMutation({ onError: notifyFailed });
  const { counts, kind, status, isComparison, fileName } = run;
  const going = canCancelImport(status);
  return (
    <Paper withBorder radius="md" p="lg" maw={920}>
      <Stack gap="lg">
        <div>
          <Title order={2} fz={20} style={{ overflowWrap: "anywhere" }}>
            {t(titleOf(run), { name: fileName })}
          </Title>
          <Text size="sm" c="dimmed">
            {going
              ? t(status === "QUEUED" ? "imports.queued" : "imports.mayLeave")
              : isComparison
                ? t("imports.difference.lead")
                : fileName}
          </Text>
        </div>
        {going && <Advance run={run} />}
        {status === "FAILED" && <Failure run={run} />}
        {status === "CANCELLED" && !isComparison && (
          <Text size="sm">{t(isWhole(kind) ? "imports.cancelledWhole" : "imports.cancelledText")}</Text>
        )}
        <UndoState run={run} />
        {kind === "basemap" ? <BasemapOutcome run={run} /> : <CountsPicture counts={counts} />}
        {isComparison && status === "COMPLETED" && counts.created + counts.changed === 0 && (
          <Alert color="spruce">{t("imports.difference.nothing")}</Alert>
        )}
        {!going && run.kind === "people" && <PeopleOutcome run={run} />}
        {!going && <ImportDetails run={run} />}
        <Group justify="flex-end" gap="sm">
          {going ? (
            <Button variant="subtle" color="brick" loading={cancel.isPending} onClick={() => cancel.mutate({ id: run.id })}>
              {t("imports.cancel")}
            </Button>
          ) : (
            <Ended run={run} onAgain={onAgain} onStarted={onStarted} />
          )}
        </Group>
      </Stack>
    </Paper>
  );
};

const Advance = ({ run: { progress, fileName } }: { run: ImportRunView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <div>
      <Progress value={progress.share * 100} size="lg" aria-label={t("imports.running", { name: fileName })} />
      <Group justify="space-between" mt={6}>
        <Text size="sm" c="dimmed" className="cml-tabular">
          {formats.percent(progress.share)}
          {progress.rowsPerSecond !== null && ` · ${t("imports.rate", { rate: formats.number(progress.rowsPerSecond) })}`}
        </Text>
        <Text size="sm" c="dimmed" className="cml-tabular">
          {progress.secondsLeft !== null && t("imports.left", { time: formats.duration(progress.secondsLeft) })}
        </Text>
      </Group>
    </div>
  );
};

/** A basemap is one thing: it lies there now, or it does not. */
const BasemapOutcome = ({ run: { status, counts } }: { run: ImportRunView }) => {
  const { t } = useTranslation();
  if (status !== "COMPLETED") return null;
  return <Alert color="spruce">{t(counts.changed > 0 ? "imports.basemap.replaced" : "imports.basemap.laid")}</Alert>;
};

/** Files of these kinds land as a whole or not at all. */
const isWhole = (kind: ImportKind): boolean => kind === "lines" || kind === "basemap";

const Ended = ({ run, onAgain, onStarted }: { run: ImportRunView } & Omit<Props, "id">) => {
  const { t } = useTranslation();
  const { id, kind, counts, isComparison, status } = run;
  const cache = api.useUtils();
  const apply = api.map.imports.applyComparison.useMutation({
    onSuccess: async (begun) => {
      await cache.map.imports.list.invalidate();
      onStarted(begun.id);
    },
    onError: notifyFailed,
  });
  return (
    <>
      <Group mr="auto" gap={4}>
        {counts.rejected > 0 && (
          <Button component="a" href={`/imports/${id}/rejected.csv`} download variant="subtle" leftSection={<IconDownload size={16} />}>
            {t("imports.downloadRejected", { count: counts.rejected })}
          </Button>
        )}
        <UndoButton run={run} />
      </Group>
      <ResumeButton run={run} />
      <Button variant="default" onClick={onAgain}>
        {t("imports.again")}
      </Button>
      {isComparison ? (
        status === "COMPLETED" && (
          <Button loading={apply.isPending} disabled={counts.created + counts.changed === 0} onClick={() => apply.mutate({ importId: id })}>
            {t("imports.difference.apply")}
          </Button>
        )
      ) : (
        <Button component={Link} to={kind === "cuts" ? "/turf" : "/doors"} variant={canResumeImport(run) ? "default" : "filled"}>
          {t(kind === "cuts" ? "imports.showTurf" : isWhole(kind) ? "imports.showMap" : "imports.showDoors")}
        </Button>
      )}
    </>
  );
};

/** The importer's own sentence; one whose words this page does not know still says that it failed. */
const Failure = ({ run: { error } }: { run: ImportRunView }) => {
  const { t } = useTranslation();
  const keys = error === null ? [] : [`map:errors.${error.messageKey}`];
  return (
    <Alert color="brick" role="alert">
      {t([...keys, "imports.failedUnknown"], { ...error?.params })}
    </Alert>
  );
};
