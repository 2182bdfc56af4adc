import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import type { DataQuality } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconRefresh, IconWand } from "@tabler/icons-react";
import { useSession } from "../../../session/useSession";
import { useGeocodeRuns } from "../hooks/useGeocodeRuns";
import { RunLine } from "./RunLine";

/** Geocoding of many in the background: begun here, gone on with when this page is left. */
export const GeocodeRuns = ({ quality }: { quality: DataQuality }) => {
  const { t } = useTranslation();
  const { canEverywhere } = useSession();
  const { runs, isRunning, isStarting, begin, cancel } = useGeocodeRuns();
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <div style={{ flex: "1 1 260px" }}>
            <Text fw={600}>{t("quality.runs.title")}</Text>
            <Text size="sm" c="dimmed">
              {t("quality.runs.lead")}
            </Text>
          </div>
          {canEverywhere("location.edit") && (
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={<IconWand size={17} />}
                disabled={isRunning || quality.unplaced === 0}
                loading={isStarting}
                onClick={() => begin("missing")}
              >
                {t("quality.runs.missing")}
              </Button>
              <Button
                variant="default"
                leftSection={<IconRefresh size={17} />}
                disabled={isRunning || quality.waiting === 0}
                loading={isStarting}
                onClick={() => begin("weak")}
              >
                {t("quality.runs.weak")}
              </Button>
            </Group>
          )}
        </Group>
        {runs.slice(0, 3).map((run) => (
          <RunLine key={run.id} run={run} onCancel={canEverywhere("location.edit") ? () => cancel(run.id) : null} />
        ))}
      </Stack>
    </Paper>
  );
};
