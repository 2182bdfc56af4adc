import { Anchor, Group, Paper, Table, Text, VisuallyHidden } from "@mantine/core";
import type { ImportRunView } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useSiteFormats } from "../../../session/useSite";
import { ResumeButton } from "./ResumeButton";
import { RunState } from "./RunState";
import { shownCounts } from "../model/shown-counts";
import { UndoButton } from "./UndoImport";

/** One run a row. */
export const ImportRunTable = ({ runs }: { runs: readonly ImportRunView[] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <Paper withBorder radius="md">
      <Table.ScrollContainer minWidth={1080}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("imports.columns.file")}</Table.Th>
              <Table.Th>{t("imports.columns.state")}</Table.Th>
              <Table.Th>{t("imports.columns.when")}</Table.Th>
              <Table.Th>{t("imports.columns.who")}</Table.Th>
              {shownCounts.map((name) => (
                <Table.Th key={name} ta="right">
                  {t(`imports.counts.${name}`)}
                </Table.Th>
              ))}
              <Table.Th>
                <VisuallyHidden>{t("imports.columns.actions")}</VisuallyHidden>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <Table.Tr key={run.id}>
                <Table.Td miw={170} maw={280}>
                  <Anchor
                    component={Link}
                    to="/imports/new"
                    search={{ run: run.id } as never}
                    fw={550}
                    size="sm"
                    style={{ overflowWrap: "anywhere" }}
                  >
                    {run.fileName}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {t(`imports.kinds.${run.kind}`)}
                  </Text>
                </Table.Td>
                <Table.Td miw={132}>
                  <RunState run={run} />
                </Table.Td>
                <Table.Td style={{ whiteSpace: "nowrap" }}>{formats.dateTime(run.createdAt)}</Table.Td>
                <Table.Td>{run.startedBy ?? t("imports.byShell")}</Table.Td>
                {shownCounts.map((name) => (
                  <Table.Td key={name} ta="right" className="cml-tabular">
                    {run.kind === "basemap" ? "–" : formats.number(run.counts[name])}
                  </Table.Td>
                ))}
                <Table.Td>
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    <ResumeButton run={run} size="compact-sm" variant="light" />
                    <UndoButton run={run} size="compact-sm" />
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
};
