import { Button, Group, Progress, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp, IconKeyboard } from "@tabler/icons-react";
import type { DeskActions } from "../hooks/useDeskActions";

type Props = {
  /** How many still wait on this pile. */
  left: number;
  /** Whether they wait for a decision; others are only gone through. */
  waits: boolean;
  actions: Pick<DeskActions, "said" | "undo" | "decided">;
  onKeys: () => void;
};

/** How many are left, going down, and the last deed with the way back from it. */
export const QueueBar = ({ left, waits, actions: { said, undo, decided }, onKeys }: Props) => {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between" gap="sm" mb={6}>
        <Group gap="sm" align="baseline">
          <Text fz={22} fw={600} ff="heading" data-testid="left">
            {t(waits ? "responses.queue.left" : "responses.queue.here", { count: left })}
          </Text>
          {decided > 0 && (
            <Text size="sm" c="dimmed" className="cml-tabular">
              {t("responses.queue.done", { count: decided })}
            </Text>
          )}
        </Group>
        <Button variant="subtle" color="gray" size="xs" leftSection={<IconKeyboard size={16} />} onClick={onKeys}>
          {t("responses.actions.keys")}
        </Button>
      </Group>
      {waits && decided + left > 0 && (
        <Progress value={(decided / (decided + left)) * 100} size="sm" mb="xs" aria-label={t("responses.queue.progress")} />
      )}
      <Group gap="sm" mih={30} role="status">
        {said !== null && (
          <>
            <Text size="sm" c={said.isBad ? "var(--mantine-color-brick-text)" : undefined} style={{ overflowWrap: "anywhere" }}>
              {said.text}
            </Text>
            {said.canUndo && (
              <Button size="compact-sm" variant="default" leftSection={<IconArrowBackUp size={15} />} onClick={undo}>
                {t("responses.actions.undo")} (U)
              </Button>
            )}
          </>
        )}
      </Group>
    </div>
  );
};
