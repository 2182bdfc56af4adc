import { Alert, Button, Code, Group, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

type Props = { message: string; requestId?: string; onRetry?: () => void };

/** A failure in words, with the number support will ask for and a way to try again. */
export const ErrorState = ({ message, requestId = "", onRetry }: Props) => {
  const { t } = useTranslation("kernel");
  return (
    <Alert color="brick" icon={<IconAlertTriangle />} title={t("ui.error.title")} role="alert">
      <Text size="sm">{message}</Text>
      <Group gap="sm" mt={onRetry !== undefined || requestId !== "" ? "sm" : 0}>
        {onRetry !== undefined && (
          <Button variant="default" size="xs" onClick={onRetry}>
            {t("ui.error.retry")}
          </Button>
        )}
        {requestId !== "" && (
          <Text size="xs" c="dimmed">
            {t("ui.error.reference")} <Code>{requestId}</Code>
          </Text>
        )}
      </Group>
    </Alert>
  );
};
