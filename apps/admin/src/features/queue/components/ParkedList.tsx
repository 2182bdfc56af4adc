import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMailOff } from "@tabler/icons-react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";

/** Addresses that refused repeatedly, each with what the server said and the two ways on. */
export const ParkedList = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const query = api.influence.sending.parked.useQuery();
  const release = api.influence.sending.releaseParked.useMutation({
    onSuccess: async ({ email }) => {
      notifyDone(t("sending.released", { email }));
      await cache.influence.invalidate();
    },
    onError: notifyFailed,
  });
  const cancel = api.influence.sending.cancelParked.useMutation({
    onSuccess: async ({ changed }) => {
      notifyDone(t("sending.done.cancel", { count: changed }));
      await cache.influence.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <QueryState query={query} shape="cards" rows={3}>
      {(parked) =>
        parked.length === 0 ? (
          <EmptyState icon={<IconMailOff />} title={t("sending.parkedEmptyTitle")}>
            {t("sending.parkedEmptyText")}
          </EmptyState>
        ) : (
          <Stack gap="sm">
            <Text c="dimmed" size="sm">
              {t("sending.parkedLead")}
            </Text>
            {parked.map(({ id, email, name, refusals, waiting, lastResponse, parkedAt }) => (
              <Paper key={id} withBorder radius="md" p="md" component="article">
                <Group justify="space-between" align="flex-start" gap="md">
                  <div style={{ flex: "1 1 280px", minWidth: 0 }}>
                    <Text fw={600}>{name ?? email}</Text>
                    <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                      {[
                        email,
                        t("sending.parkedRefusals", { count: refusals }),
                        t("sending.parkedWaiting", { count: waiting }),
                        t("sending.parkedSince", { at: formats.dateTime(parkedAt) }),
                      ].join(" · ")}
                    </Text>
                    <Text size="sm" mt={4} style={{ overflowWrap: "anywhere" }}>
                      {lastResponse}
                    </Text>
                  </div>
                  {can("letter.edit") && (
                    <Group gap="xs">
                      <Button size="xs" onClick={() => release.mutate({ id })} loading={release.isPending && release.variables.id === id}>
                        {t("sending.release")}
                      </Button>
                      {waiting > 0 && (
                        <Button
                          size="xs"
                          variant="light"
                          color="brick"
                          onClick={() => cancel.mutate({ id })}
                          loading={cancel.isPending && cancel.variables.id === id}
                        >
                          {t("sending.cancelWaiting")}
                        </Button>
                      )}
                    </Group>
                  )}
                </Group>
              </Paper>
            ))}
          </Stack>
        )
      }
    </QueryState>
  );
};
