import { Group, Text } from "@mantine/core";
import { letterFateOf, type LetterFate, type LetterSummary } from "@cml/domain/influence";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";

const toneOf: Record<LetterFate, StatusTone> = {
  QUEUED: "calm",
  SENDING: "calm",
  SENT: "good",
  FAILED: "danger",
  RETURNED: "danger",
  UNCERTAIN: "attention",
  CANCELLED: "calm",
  CLICKED: "calm",
  USER_INFO_CAPTURED: "calm",
};

type Props = { letter: Pick<LetterSummary, "status" | "keptLocally" | "returnedAt" | "answeredAt" | "heldReason" | "isTest"> };

/** The state in a word; what came back, was answered or is held back says so beside it. */
export const LetterStatusBadge = ({ letter }: Props) => {
  const { t } = useTranslation();
  const { status, keptLocally, returnedAt, answeredAt, heldReason, isTest } = letter;
  const fate = letterFateOf(letter);
  const notes = [
    keptLocally && status === "SENT" ? t("letters.kept") : null,
    status === "QUEUED" && heldReason !== null ? t("influence:letterSteps.HELD") : null,
    returnedAt === null || fate === "RETURNED" ? null : t("sending.notes.returned"),
    answeredAt === null ? null : t("sending.notes.answered"),
    isTest ? t("sending.test") : null,
  ].filter((note) => note !== null);
  return (
    <Group gap={6}>
      <StatusBadge tone={returnedAt === null ? toneOf[fate] : "danger"}>{t(`influence:letterStatuses.${fate}`)}</StatusBadge>
      {notes.length > 0 && (
        <Text size="xs" c="dimmed">
          {notes.join(" · ")}
        </Text>
      )}
    </Group>
  );
};
