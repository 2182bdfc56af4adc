import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import type { SittingBreak } from "@cml/domain/influence";
import { EmptyState, StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconBuildingBank, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { BreakModal } from "./BreakModal";

/** Levels without sitting members: letters to them wait, and the campaign's page says so. */
export const BreakList = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [isAdding, setAdding] = useState(false);
  const query = api.influence.representatives.breaks.useQuery();
  const add = can("representative.edit") && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setAdding(true)}>
      {t("representatives.breaks.add")}
    </Button>
  );
  return (
    <QueryState query={query} shape="table">
      {(breaks) => (
        <Stack gap="sm">
          {breaks.length === 0 ? (
            <EmptyState icon={<IconBuildingBank />} title={t("representatives.breaks.none")} action={add}>
              {t("representatives.breaks.lead")}
            </EmptyState>
          ) : (
            <>
              <Group justify="space-between" gap="sm">
                <Text size="sm" c="dimmed" maw={560}>
                  {t("representatives.breaks.lead")}
                </Text>
                {add}
              </Group>
              {breaks.map((one) => (
                <BreakRow key={one.id} pause={one} />
              ))}
            </>
          )}
          {isAdding && <BreakModal onClose={() => setAdding(false)} />}
        </Stack>
      )}
    </QueryState>
  );
};

const BreakRow = ({ pause }: { pause: SittingBreak }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const [asks, setAsks] = useState(false);
  const end = api.influence.representatives.endBreak.useMutation({
    onSuccess: async () => {
      setAsks(false);
      notifyDone(t("representatives.breaks.ended"));
      await cache.influence.representatives.invalidate();
    },
    onError: notifyFailed,
  });
  const hasBegun = pause.startsAt <= new Date();
  const from = formats.dateTime(pause.startsAt);
  const where = pause.province === null ? t("representatives.breaks.everywhere") : t(`representatives.provinces.${pause.province}`);
  return (
    <Paper withBorder radius="md" p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} style={{ flex: "1 1 260px", minWidth: 0, overflowWrap: "anywhere" }}>
          <Group gap="sm">
            <Text fw={600}>
              {t(`campaigns.levels.${pause.level}`)} · {where}
            </Text>
            <StatusBadge tone={hasBegun ? "attention" : "calm"}>
              {t(hasBegun ? "representatives.breaks.now" : "representatives.breaks.later")}
            </StatusBadge>
          </Group>
          <Text size="sm">
            {pause.endsAt === null
              ? t("representatives.breaks.open", { from })
              : t("representatives.breaks.span", { from, until: formats.dateTime(pause.endsAt) })}
          </Text>
          {pause.note !== null && (
            <Text size="sm" c="dimmed">
              {pause.note}
            </Text>
          )}
        </Stack>
        {can("representative.edit") && (
          <Button variant="default" size="xs" onClick={() => setAsks(true)}>
            {t(hasBegun ? "representatives.breaks.end" : "representatives.breaks.drop")}
          </Button>
        )}
      </Group>
      <ConfirmModal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t(hasBegun ? "representatives.breaks.end" : "representatives.breaks.drop")}
        text={t(hasBegun ? "representatives.breaks.endText" : "representatives.breaks.dropText")}
        action={t(hasBegun ? "representatives.breaks.end" : "representatives.breaks.drop")}
        isPending={end.isPending}
        onConfirm={() => end.mutate({ id: pause.id })}
      />
    </Paper>
  );
};
