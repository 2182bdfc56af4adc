import { Button, Group, Pagination, Paper, Stack, Text } from "@mantine/core";
import type { RepresentativeAlert } from "@cml/domain/influence";
import { EmptyState, StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconCheck } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";

const pageSize = 25;

/** Targets of live campaigns that changed since they were written to. */
export const AlertList = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [page, setPage] = useState(1);
  const cache = api.useUtils();
  const query = api.influence.representatives.alerts.useQuery({ page, pageSize }, { placeholderData: keepPreviousData });
  const seen = api.influence.representatives.markAlertsSeen.useMutation({
    onSuccess: () => cache.influence.representatives.invalidate(),
    onError: notifyFailed,
  });
  const mark = can("representative.edit") ? (id: string | null) => seen.mutate({ id }) : undefined;
  return (
    <QueryState query={query} shape="table">
      {({ items, total }) =>
        total === 0 ? (
          <EmptyState icon={<IconCheck />} title={t("representatives.alerts.none")}>
            {t("representatives.alerts.noneText")}
          </EmptyState>
        ) : (
          <Stack gap="sm">
            {mark !== undefined && items.some(({ seenAt }) => seenAt === null) && (
              <Group justify="flex-end">
                <Button variant="default" size="xs" loading={seen.isPending} onClick={() => mark(null)}>
                  {t("representatives.alerts.allSeen")}
                </Button>
              </Group>
            )}
            {items.map((alert) => (
              <AlertRow key={alert.id} alert={alert} onSeen={mark} />
            ))}
            {total > pageSize && (
              <Pagination
                total={Math.ceil(total / pageSize)}
                value={page}
                onChange={setPage}
                getControlProps={(control) => ({ "aria-label": t(`representatives.alerts.${control === "previous" ? "newer" : "older"}`) })}
              />
            )}
          </Stack>
        )
      }
    </QueryState>
  );
};

const AlertRow = ({ alert, onSeen }: { alert: RepresentativeAlert; onSeen: ((id: string) => void) | undefined }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { kind, before, after, emailBefore, emailAfter, electedOffice, districtName, campaignTitle } = alert;
  const facts = { before, after: after ?? "", emailBefore: emailBefore ?? "", emailAfter: emailAfter ?? "" };
  return (
    <Paper withBorder radius="md" p="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <Stack gap={2} style={{ flex: "1 1 260px", minWidth: 0, overflowWrap: "anywhere" }}>
          <Group gap="sm">
            <StatusBadge tone={alert.seenAt === null ? "attention" : "calm"}>{t(`representatives.alerts.kinds.${kind}`)}</StatusBadge>
            <Text size="sm" c="dimmed">
              {[electedOffice, districtName].filter(Boolean).join(" · ")}
            </Text>
          </Group>
          <Text>{t(`representatives.alerts.words.${kind}`, facts)}</Text>
          <Text size="sm" c="dimmed">
            {[campaignTitle, formats.dateTime(alert.createdAt)].filter(Boolean).join(" · ")}
          </Text>
        </Stack>
        {alert.seenAt === null && onSeen !== undefined && (
          <Button variant="light" size="xs" onClick={() => onSeen(alert.id)}>
            {t("representatives.alerts.seen")}
          </Button>
        )}
      </Group>
    </Paper>
  );
};
