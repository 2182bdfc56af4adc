import { Button, Skeleton, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconWorldSearch } from "@tabler/icons-react";
import type { Choice } from "../model/choices";
import classes from "./DataQuality.module.css";

type Props = { choices: Choice[]; isLoading: boolean; isBusy: boolean; onTake: (choice: Choice) => void; onAskOthers: (() => void) | null };

/** Where the building may stand instead; each is taken with its number. */
export const CandidateList = ({ choices, isLoading, isBusy, onTake, onAskOthers }: Props) => {
  const { t } = useTranslation();
  return (
    <Stack gap="xs">
      <Text fw={600} size="sm" id="candidates">
        {t("quality.queue.candidates")}
      </Text>
      {isLoading && <Skeleton height={56} radius={8} />}
      {!isLoading && choices.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("quality.queue.noCandidates")}
        </Text>
      )}
      <ol className={classes.choices} aria-labelledby="candidates">
        {choices.map((choice) => (
          <li key={choice.key}>
            <button type="button" className={classes.choice} disabled={isBusy || !choice.canTake} onClick={() => onTake(choice)}>
              <kbd className={classes.key}>{choice.key}</kbd>
              <span>
                <Text component="span" display="block" size="sm" fw={600}>
                  {choice.address}
                </Text>
                <Text component="span" display="block" size="xs" c="dimmed">
                  {[choice.town, wordsOf(choice, t)].filter(Boolean).join(" · ")}
                </Text>
              </span>
              <Text component="span" size="sm" fw={600} className={classes.number}>
                {choice.confidence}
              </Text>
            </button>
          </li>
        ))}
      </ol>
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
