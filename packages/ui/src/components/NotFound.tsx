import { IconMapQuestion } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "./EmptyState";

export const NotFound = ({ action }: { action?: ReactNode }) => {
  const { t } = useTranslation("kernel");
  return (
    <EmptyState icon={<IconMapQuestion />} title={t("ui.notFound.title")} action={action}>
      {t("ui.notFound.text")}
    </EmptyState>
  );
};
