import { Anchor, Group, Paper, Stack, Text } from "@mantine/core";
import type { ImportRunView } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useSiteFormats } from "../../../session/useSite";
import { shownCounts } from "../model/shown-counts";
import classes from "./Import.module.css";
import { ResumeButton } from "./ResumeButton";
import { RunState } from "./RunState";
import { UndoButton } from "./UndoImport";

/** One run a card, where a row would have to be pushed to the side. */
export const ImportRunCards = ({ runs }: { runs: readonly ImportRunView[] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <Stack gap="sm" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
      {runs.map((run) => (
        <Paper key={run.id} component="li" withBorder radius="md" p="md">
          <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Anchor component={Link} to="/imports/new" search={{ run: run.id } as never} fw={550} style={{ overflowWrap: "anywhere" }}>
                {run.fileName}
              </Anchor>
              <Text size="sm" c="dimmed">
                {t(`imports.kinds.${run.kind}`)}
              </Text>
            </div>
            <RunState run={run} />
          </Group>
          <Text size="sm" c="dimmed" mt={4}>
            {`${formats.dateTime(run.createdAt)} · ${run.startedBy ?? t("imports.byShell")}`}
          </Text>
          {run.kind !== "basemap" && (
            <dl className={classes.cardFigures}>
              {shownCounts.map((name) => (
                <div key={name}>
                  <dt>{t(`imports.counts.${name}`)}</dt>
                  <dd className="cml-tabular">{formats.number(run.counts[name])}</dd>
                </div>
              ))}
            </dl>
          )}
          <Group gap="xs" mt="xs">
            <ResumeButton run={run} size="sm" variant="light" />
            <UndoButton run={run} size="sm" />
          </Group>
        </Paper>
      ))}
    </Stack>
  );
};
