import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconWorldSearch } from "@tabler/icons-react";
import { NumberedChoices } from "../../../shell/queue-desk/NumberedChoices";
import type { Choice } from "../model/choices";

type Props = {
  choices: Choice[];
  /** What is said where there is none. */
  nothing: string;
  isLoading: boolean;
  isBusy: boolean;
  onTake: (choice: Choice) => void;
  onAskOthers: (() => void) | null;
};

/** Where the building may stand instead; each is taken with its number. */
export const CandidateList = ({ choices, nothing, isLoading, isBusy, onTake, onAskOthers }: Props) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm" id="candidates">
        {t("quality.queue.candidates")}
      </Text>
      {isLoading && <Skeleton height={56} radius={8} />}
      {!isLoading && choices.length === 0 && (
        <Text size="sm" c="dimmed">
          {nothing}
        </Text>
      )}
      <NumberedChoices
        labelledBy="candidates"
        isBusy={isBusy}
        choices={choices.map((choice) => ({
          key: choice.key,
          title: choice.address,
          note: [choice.town, wordsOf(choice, t)].filter(Boolean).join(" · "),
          confidence: choice.confidence,
          canTake: choice.canTake,
        }))}
        onTake={(key) => {
          const choice = choices.find((one) => one.key === key);
          if (choice !== undefined) onTake(choice);
        }}
      />
      {onAskOthers !== null && (
        <Button variant="default" size="xs" leftSection={<IconWorldSearch size={16} />} onClick={onAskOthers}>
          {t("quality.queue.askOthers")}
        </Button>
      )}
    </Stack>
  );
};

const wordsOf = ({ accuracy, provider, canTake }: Choice, t: ReturnType<typeof useTranslation>["t"]): string => {
  if (!canTake) return `${t(`quality.provider.${provider}`)}: ${t("quality.queue.onlyShown")}`;
  return accuracy === null ? t(`quality.provider.${provider}`) : t(`quality.accuracy.${accuracy}`);
};
