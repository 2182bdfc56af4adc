import { Badge, Tooltip } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";

/** Marks what came with the demo and goes with it. */
export const DemoBadge = () => {
  const { t } = useTranslation();
  return (
    <Tooltip label={t("shell.demoHint")}>
      <Badge variant="outline" color="gray" size="sm">
        {t("shell.demo")}
      </Badge>
    </Tooltip>
  );
};
