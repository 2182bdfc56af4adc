import { Box, Title } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconAlertTriangle, IconCheck } from "@tabler/icons-react";
import { usePromises } from "../hooks/usePromises";
import classes from "./ThisPhone.module.css";

/** What one may rely on without signal, said as it is. */
export const ThisPhone = () => {
  const { t } = useTranslation();
  const promises = usePromises();
  if (promises === null) return null;
  return (
    <Box component="section">
      <Title order={2} size="h4">
        {t("app.me.phone")}
      </Title>
      <ul className={classes.list}>
        {(["worksOffline", "dataStays"] as const).map((one) => (
          <li key={one}>
            {promises[one] ? (
              <IconCheck size={20} className={classes.good} aria-hidden="true" />
            ) : (
              <IconAlertTriangle size={20} className={classes.warn} aria-hidden="true" />
            )}
            <span>{t(`app.me.promise.${one}.${promises[one] ? "yes" : "no"}`)}</span>
          </li>
        ))}
      </ul>
    </Box>
  );
};
