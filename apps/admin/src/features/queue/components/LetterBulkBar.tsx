import { Box, Button, Text } from "@mantine/core";
import type { LetterSummary } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { ChosenBar } from "../../../shell/Choosing";
import type { LetterActions } from "../hooks/useLetterActions";
import { UndoBar } from "./UndoBar";

type Props = { selected: LetterSummary[]; actions: LetterActions; onClear: () => void };

/** What may be done to the chosen letters; or, when nothing is chosen, how to take the last deed back. */
export const LetterBulkBar = ({ selected, actions, onClear }: Props) => {
  const { t } = useTranslation();
  const idsOf = (status: LetterSummary["status"]) => selected.filter((letter) => letter.status === status).map(({ id }) => id);
  const [failed, waiting, uncertain] = [idsOf("FAILED"), idsOf("QUEUED"), idsOf("UNCERTAIN")];
  const act = (work: () => void) => () => {
    onClear();
    work();
  };
  const choice = (ids: string[]) => ({ campaignId: null, ids });
  if (selected.length === 0)
    return actions.undo === null ? null : (
      <Box mb="sm">
        <UndoBar actions={actions} />
      </Box>
    );
  return (
    <ChosenBar label={t("sending.selected", { count: selected.length })}>
      <Text size="sm" fw={600}>
        {t("sending.selected", { count: selected.length })}
      </Text>
      {failed.length > 0 && (
        <Button size="compact-sm" onClick={act(() => actions.retry(choice(failed)))}>
          {t("sending.retry")} ({failed.length})
        </Button>
      )}
      {uncertain.length > 0 && (
        <>
          <Button size="compact-sm" onClick={act(() => actions.settle(choice(uncertain), "ARRIVED"))}>
            {t("sending.arrived")} ({uncertain.length})
          </Button>
          <Button size="compact-sm" variant="default" onClick={act(() => actions.settle(choice(uncertain), "AGAIN"))}>
            {t("sending.again")} ({uncertain.length})
          </Button>
        </>
      )}
      {waiting.length > 0 && (
        <Button size="compact-sm" variant="light" color="brick" onClick={act(() => actions.cancel(choice(waiting)))}>
          {t("sending.cancel")} ({waiting.length})
        </Button>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onClear}>
        {t("sending.clearSelection")}
      </Button>
    </ChosenBar>
  );
};
