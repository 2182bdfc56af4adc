import { errorMessage } from "@cml/api-client";
import { Alert, Stack } from "@mantine/core";
import { PageHeader } from "@cml/ui";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { CodeForm } from "./CodeForm";

/** A code nobody printed, or none at all: why, and the field to try again. */
export const SheetFailed = ({ error }: { error: unknown }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <>
      <PageHeader title={t("sheets.title")} lead={t("sheets.lead")} />
      <Stack maw={640}>
        <Alert color="brick" role="alert">
          {errorMessage(error, locale)}
        </Alert>
        <CodeForm />
      </Stack>
    </>
  );
};
