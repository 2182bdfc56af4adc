import { Button, Group, Paper, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslation } from "@cml/ui/i18n";
import { api, queryClient } from "../../../api";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { notifyDone, notifyFailed } from "../../../shell/notify";

/** Shown only while there is a demo; removing it takes exactly what came with it. */
export const DemoCard = () => {
  const { t } = useTranslation();
  const [asking, ask] = useDisclosure();
  const status = api.overview.demo.status.useQuery();
  const remove = api.overview.demo.remove.useMutation({
    onSuccess: async () => {
      ask.close();
      notifyDone(t("settings.demo.removed"));
      await queryClient.invalidateQueries();
    },
    onError: notifyFailed,
  });
  if (status.data?.loaded !== true) return null;
  const { campaigns, letters, doors, visits, people } = status.data;
  const count = (name: string, number: number) => t(`settings.demo.${name}`, { count: number });
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="demo-title">
      <Title order={2} fz={18} id="demo-title">
        {t("settings.demo.title")}
      </Title>
      <Text size="sm" c="dimmed" mt={2}>
        {t("settings.demo.lead")}
      </Text>
      <Text size="sm" mt="md">
        {t("settings.demo.contents", {
          campaigns: count("campaigns", campaigns),
          letters: count("letters", letters),
          doors: count("doors", doors),
          visits: count("visits", visits),
          people: count("people", people),
        })}
      </Text>
      <Group justify="flex-end" mt="md">
        <Button color="brick" variant="light" onClick={ask.open}>
          {t("settings.demo.remove")}
        </Button>
      </Group>
      <ConfirmModal
        opened={asking}
        onClose={ask.close}
        title={t("settings.demo.confirmTitle")}
        text={t("settings.demo.confirmText")}
        action={t("settings.demo.remove")}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate()}
      />
    </Paper>
  );
};
