import { Alert, Button, Group, Paper, Progress, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { canCancelImport, type ImportRunView } from "@cml/domain/map";
import { StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { IconDownload } from "@tabler/icons-react";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";

const stillGoing = (run: ImportRunView | undefined) => run === undefined || canCancelImport(run.status);

/** The run while it goes and what came of it; reading only, so the page may be left and opened again. */
export const RunStep = ({ id, onAgain }: { id: string; onAgain: () => void }) => {
  const cache = api.useUtils();
  const query = api.map.imports.get.useQuery({ id }, { refetchInterval: ({ state }) => (stillGoing(state.data) ? 1_000 : false) });
  const status = query.data?.status;
  useEffect(() => {
    // New doors and turf: whatever the other pages kept is old now.
    if (status === "COMPLETED") void cache.map.invalidate();
  }, [status, cache]);
  return <QueryState query={query}>{(run) => <Run run={run} onAgain={onAgain} />}</QueryState>;
};

const Run = ({ run, onAgain }: { run: ImportRunView; onAgain: () => void }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cancel = api.map.imports.cancel.useMutation({ onError: notifyFailed });
  const { counts, progress, status } = run;
  const going = stillGoing(run);
  const titleKey = going
    ? "imports.running"
    : status === "COMPLETED"
      ? "imports.completed"
      : status === "CANCELLED"
        ? "imports.cancelled"
        : "imports.failed";
  return (
    <Paper withBorder radius="md" p="lg" maw={820}>
      <Stack gap="lg">
        <div>
          <Title order={2} fz={20}>
            {t(titleKey, { name: run.fileName })}
          </Title>
          <Text size="sm" c="dimmed">
            {going ? t(status === "QUEUED" ? "imports.queued" : "imports.mayLeave") : run.fileName}
          </Text>
        </div>
        {going && (
          <div>
            <Progress value={progress.share * 100} size="lg" aria-label={t("imports.running", { name: run.fileName })} />
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
        )}
        {status === "FAILED" && <Failure run={run} />}
        {status === "CANCELLED" && <Text size="sm">{t("imports.cancelledText")}</Text>}
        <SimpleGrid cols={{ base: 2, sm: 5 }} spacing="sm">
          {(["read", "created", "changed", "same", "rejected"] as const).map((name) => (
            <StatTile
              key={name}
              label={t(`imports.counts.${name}`)}
              value={formats.number(counts[name])}
              tone={name === "rejected" && counts.rejected > 0 ? "attention" : "plain"}
            />
          ))}
        </SimpleGrid>
        <Group justify="flex-end">
          {going ? (
            <Button variant="subtle" color="brick" loading={cancel.isPending} onClick={() => cancel.mutate({ id: run.id })}>
              {t("imports.cancel")}
            </Button>
          ) : (
            <>
              {counts.rejected > 0 && (
                <Button
                  component="a"
                  href={`/imports/${run.id}/rejected.csv`}
                  download
                  variant="subtle"
                  leftSection={<IconDownload size={16} />}
                  mr="auto"
                >
                  {t("imports.downloadRejected", { count: counts.rejected })}
                </Button>
              )}
              <Button variant="default" onClick={onAgain}>
                {t("imports.again")}
              </Button>
              <Button component={Link} to={run.kind === "cuts" ? "/turf" : "/doors"}>
                {t(run.kind === "cuts" ? "imports.showTurf" : "imports.showDoors")}
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Paper>
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
