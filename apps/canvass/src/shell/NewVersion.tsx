import { Button, Group, Paper, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useRegisterSW } from "virtual:pwa-register/react";

/** Installs the offline shell, and offers a newer one when it is there; the person chooses the moment. */
export const NewVersion = () => {
  const { t } = useTranslation();
  const {
    needRefresh: [needed],
    updateServiceWorker,
  } = useRegisterSW();
  if (!needed) return null;
  return (
    <Paper withBorder radius={0} px="md" py="xs" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text>{t("app.offline.update")}</Text>
        <Button mih={56} style={{ flex: "none" }} onClick={() => void updateServiceWorker(true)}>
          {t("app.offline.reload")}
        </Button>
      </Group>
    </Paper>
  );
};
