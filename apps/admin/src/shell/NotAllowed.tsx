import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconLock } from "@tabler/icons-react";

export const NotAllowed = () => {
  const { t } = useTranslation();
  return (
    <EmptyState icon={<IconLock />} title={t("shell.notAllowed")}>
      {t("shell.notAllowedText")}
    </EmptyState>
  );
};
