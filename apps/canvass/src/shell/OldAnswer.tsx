import { Alert } from "@mantine/core";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import { IconWifiOff } from "@tabler/icons-react";

/** Says how old what is shown is, when it did not come from the server just now. */
export const OldAnswer = ({ storedAt }: { storedAt: Date | null }) => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (storedAt === null) return null;
  return (
    <Alert color="amber" icon={<IconWifiOff />} py="xs">
      {t("app.turfs.old", { when: formats.relative(storedAt, new Date()) })}
    </Alert>
  );
};
