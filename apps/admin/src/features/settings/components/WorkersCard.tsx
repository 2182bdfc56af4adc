import { Alert, Button, Code, CopyButton, Group, Paper, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { WorkerToken } from "@cml/domain/auth";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";

/** Computers that work on videos, each with a token that is shown once and can be revoked. */
export const WorkersCard = ({ canEdit }: { canEdit: boolean }) => {
  const { t } = useTranslation();
  const query = api.auth.workers.list.useQuery();
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="workers-title">
      <Title order={2} fz={18} id="workers-title">
        {t("settings.workers.title")}
      </Title>
      <Text size="sm" c="dimmed" mt={2} mb="md">
        {t("settings.workers.lead")}
      </Text>
      <QueryState query={query} rows={1}>
        {(workers) =>
          workers.length === 0 ? (
            <Text size="sm">{t("settings.workers.none")}</Text>
          ) : (
            <Stack gap={0}>
              {workers.map((worker) => (
                <WorkerRow key={worker.id} worker={worker} canEdit={canEdit} />
              ))}
            </Stack>
          )
        }
      </QueryState>
      {canEdit && <NewWorker />}
    </Paper>
  );
};

const WorkerRow = ({ worker, canEdit }: { worker: WorkerToken; canEdit: boolean }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const { id, name, lastSeenAt, revokedAt } = worker;
  const revoke = api.auth.workers.revoke.useMutation({
    onSuccess: async () => {
      notifyDone(t("settings.workers.revokedDone", { name }));
      await cache.auth.workers.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <Group justify="space-between" py={8} style={{ borderTop: "1px solid var(--cml-line)" }}>
      <div>
        <Text size="sm" fw={550}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {lastSeenAt === null ? t("settings.workers.neverSeen") : t("settings.workers.seen", { time: formats.dateTime(lastSeenAt) })}
        </Text>
      </div>
      {revokedAt !== null ? (
        <StatusBadge tone="calm">{t("settings.workers.revoked")}</StatusBadge>
      ) : (
        canEdit && (
          <Button
            size="xs"
            variant="default"
            aria-label={t("settings.workers.revoke", { name })}
            loading={revoke.isPending}
            onClick={() => revoke.mutate({ id })}
          >
            {t("settings.workers.revokeShort")}
          </Button>
        )
      )}
    </Group>
  );
};

const NewWorker = () => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const form = useForm({ initialValues: { name: "" } });
  const create = api.auth.workers.create.useMutation({
    onSuccess: async () => {
      form.reset();
      await cache.auth.workers.invalidate();
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  return (
    <Stack gap="md" mt="md">
      {create.data !== undefined && (
        <Alert color="spruce" role="status" title={t("settings.workers.token", { name: create.data.name })}>
          <Text size="sm" mb="xs">
            {t("settings.workers.tokenText")}
          </Text>
          <Group gap="sm">
            <Code style={{ overflowWrap: "anywhere" }}>{create.data.token}</Code>
            <CopyButton value={create.data.token}>
              {({ copied, copy }) => (
                <Button size="compact-sm" variant="default" onClick={copy}>
                  {t(copied ? "settings.workers.copied" : "settings.workers.copy")}
                </Button>
              )}
            </CopyButton>
          </Group>
        </Alert>
      )}
      <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t("settings.workers.name")}
            description={t("settings.workers.nameHint")}
            required
            style={{ flex: "1 1 240px" }}
            maw={360}
            {...form.getInputProps("name")}
          />
          <Button type="submit" variant="default" loading={create.isPending}>
            {t("settings.workers.create")}
          </Button>
        </Group>
      </form>
    </Stack>
  );
};
