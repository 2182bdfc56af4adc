import { Group, Text } from "@mantine/core";
import type { CampaignEmailStatus } from "@cml/domain/influence";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";

const toneOf: Record<CampaignEmailStatus, StatusTone> = {
  QUEUED: "calm",
  SENDING: "calm",
  SENT: "good",
  FAILED: "danger",
  UNCERTAIN: "attention",
  CANCELLED: "calm",
  CLICKED: "calm",
  USER_INFO_CAPTURED: "calm",
};

/** "Sent" means handed to a mail server; what stayed in the built-in mailbox says so. */
export const LetterStatusBadge = ({ status, keptLocally }: { status: CampaignEmailStatus; keptLocally: boolean }) => {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      <StatusBadge tone={toneOf[status]}>{t(`letters.status.${status}`)}</StatusBadge>
      {keptLocally && status === "SENT" && (
        <Text size="xs" c="dimmed">
          {t("letters.kept")}
        </Text>
      )}
    </Group>
  );
};
