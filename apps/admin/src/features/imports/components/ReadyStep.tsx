import { Button, Group, Paper, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import { fileNameOf, type ImportDraft } from "../model/import-draft";

type Props = { kind: "lines" | "basemap"; draft: ImportDraft; onBack: () => void; onStarted: (id: string) => void };

/** What will become of a file that needs no columns: of lines the difference may be seen first, a basemap is laid at once. */
export const ReadyStep = ({ kind, draft, onBack, onStarted }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const fileName = fileNameOf(draft);
  const { source, lineKind } = draft;
  const start = api.map.imports.create.useMutation({
    onSuccess: async ({ id }) => {
      await cache.map.imports.list.invalidate();
      onStarted(id);
    },
    onError: notifyFailed,
  });
  const begin = (isComparison: boolean) =>
    start.mutate({ kind, uploadKey: draft.uploadKey ?? "", fileName, source, lineKind, isComparison });
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }} maw={920}>
      <Stack gap="lg">
        <div>
          <Title order={2} fz={20} style={{ overflowWrap: "anywhere" }}>
            {t("imports.ready.title", { name: fileName })}
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            {t(`imports.ready.${kind}`)}
          </Text>
        </div>
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t("imports.back")}
          </Button>
          {kind === "basemap" ? (
            <Button loading={start.isPending} onClick={() => begin(false)}>
              {t("imports.ready.lay")}
            </Button>
          ) : (
            <Group gap="sm">
              <Button variant="default" disabled={start.isPending} onClick={() => begin(false)}>
                {t("imports.skipCompare")}
              </Button>
              <Button loading={start.isPending} onClick={() => begin(true)}>
                {t("imports.compare")}
              </Button>
            </Group>
          )}
        </Group>
      </Stack>
    </Paper>
  );
};
