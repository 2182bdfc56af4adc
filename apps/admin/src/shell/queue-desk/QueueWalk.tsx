import { Button, Group, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { KeySign } from "./KeySign";
import classes from "./QueueDesk.module.css";

type Props = { words: string; at: number; loaded: number; onPrevious: () => void; onNext: () => void };

/** How many wait, and the way to the one before and the one after. */
export const QueueWalk = ({ words, at, loaded, onPrevious, onNext }: Props) => {
  const { t } = useTranslation();
  return (
    <Group justify="space-between" gap="xs">
      <Text size="sm" c="dimmed" className={classes.number}>
        {words}
      </Text>
      <Group gap={6}>
        <Button size="xs" variant="default" disabled={at === 0} leftSection={<IconChevronLeft size={16} />} onClick={onPrevious}>
          {t("quality.queue.previous")} <KeySign sign="P" />
        </Button>
        <Button size="xs" variant="default" disabled={at >= loaded - 1} rightSection={<IconChevronRight size={16} />} onClick={onNext}>
          {t("quality.queue.next")} <KeySign sign="N" />
        </Button>
      </Group>
    </Group>
  );
};
