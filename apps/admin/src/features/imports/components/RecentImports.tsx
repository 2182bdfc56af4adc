import { Group, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import type { ImportRunView, ImportStatus } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";

const toneOf: Record<ImportStatus, StatusTone> = {
  QUEUED: "calm",
  RUNNING: "attention",
  COMPLETED: "good",
  FAILED: "danger",
  CANCELLED: "calm",
  UNDONE: "calm",
};

/** What was imported before; a running one can be watched again. */
export const RecentImports = ({ onOpen }: { onOpen: (id: string) => void }) => {
  const { t } = useTranslation();
  const query = api.map.imports.list.useQuery({ pageSize: 8 });
  if (query.data === undefined || query.data.items.length === 0) return null;
  return (
    <Stack gap={0} mt="xl" maw={720}>
      <Title order={2} fz={16} mb="xs">
        {t("imports.recent")}
      </Title>
      {query.data.items.map((run) => (
        <Row key={run.id} run={run} onOpen={onOpen} />
      ))}
    </Stack>
  );
};

const Row = ({ run, onOpen }: { run: ImportRunView; onOpen: (id: string) => void }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <UnstyledButton onClick={() => onOpen(run.id)} py={8} style={{ borderTop: "1px solid var(--cml-line)" }}>
      <Group justify="space-between" gap="sm">
        <Text size="sm">
          {run.fileName}{" "}
          <Text span c="dimmed" size="sm">
            {t(`imports.kinds.${run.kind}`)} · {formats.dateTime(run.createdAt)} · {formats.number(run.counts.read)}
          </Text>
        </Text>
        <StatusBadge tone={toneOf[run.status]}>{t(`imports.status.${run.status}`)}</StatusBadge>
      </Group>
    </UnstyledButton>
  );
};
