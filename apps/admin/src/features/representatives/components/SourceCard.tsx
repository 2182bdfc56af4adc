import { Group, Paper, Stack, Text } from "@mantine/core";
import type { RepresentativeSourceId, SourceHealth } from "@cml/domain/influence";
import { errorText } from "@cml/i18n";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";

type Props = { id: RepresentativeSourceId; place: number | null; health: SourceHealth | null };
type State = "answers" | "fails" | "notAsked" | "local";

const toneOf: Record<State, StatusTone> = { answers: "good", fails: "danger", notAsked: "calm", local: "good" };

export const SourceCard = ({ id, place, health }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const formats = useSiteFormats();
  const state: State = id === "local" ? "local" : health === null ? "notAsked" : health.failuresInRow > 0 ? "fails" : "answers";
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap={4}>
        <Group justify="space-between" gap="xs">
          <Text fw={600}>{t(`representatives.sources.names.${id}`)}</Text>
          <StatusBadge tone={toneOf[state]}>{t(`representatives.sources.states.${state}`)}</StatusBadge>
        </Group>
        <Text size="sm" c="dimmed">
          {t(`representatives.sources.leads.${id}`)}
          {place !== null && ` ${t("representatives.sources.place", { place })}`}
        </Text>
        {health !== null && health.lastOkAt !== null && (
          <Text size="sm">
            {t("representatives.sources.lastOk", { when: formats.dateTime(health.lastOkAt), ms: formats.number(health.lastMs ?? 0) })}
          </Text>
        )}
        {health !== null && health.lastErrorAt !== null && (
          <Text size="sm" c={state === "fails" ? "var(--mantine-color-brick-text)" : "dimmed"}>
            {t("representatives.sources.lastError", { when: formats.dateTime(health.lastErrorAt) })}{" "}
            {errorText(locale, health.lastError ?? "internal")}
          </Text>
        )}
      </Stack>
    </Paper>
  );
};
