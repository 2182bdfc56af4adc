import { Alert, Button, Group, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { LetterActions } from "../hooks/useLetterActions";

/** The last deed and the way back from it, where it was done: above the list, or in the letter's drawer. */
export const UndoBar = ({ actions }: { actions: LetterActions }) => {
  const { t } = useTranslation();
  const { undo, clearUndo, isPending } = actions;
  if (undo === null) return null;
  return (
    <Alert color="spruce" py={6} withCloseButton closeButtonLabel={t("actions.close")} onClose={clearUndo}>
      <Group gap="sm">
        <Text size="sm">{undo.text}</Text>
        <Button size="compact-sm" variant="default" onClick={undo.run} loading={isPending}>
          {t("sending.undo")}
        </Button>
      </Group>
    </Alert>
  );
};
