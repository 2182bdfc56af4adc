import { Button, Group, Modal, Stack, Switch, Text } from "@mantine/core";
import type { SeriesPart, ShiftDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { notifyUndo } from "../../../shell/notify-undo";
import { bodiesOf, noWords, NoticeWords } from "./NoticeWords";
import { SeriesPartChoice } from "./SeriesPartChoice";

type Props = { shift: ShiftDetail; opened: boolean; onClose: () => void };

/** Cancels with the reason everybody is told; the mails wait a moment in which it can be taken back. */
export const CancelShiftModal = ({ shift, opened, onClose }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [words, setWords] = useState(noWords);
  const [part, setPart] = useState<SeriesPart>("ONE");
  const [notify, setNotify] = useState(true);
  const restore = api.map.shifts.restore.useMutation({
    onSuccess: async () => {
      notifyDone(t("shiftDesk.restored"));
      await cache.map.shifts.invalidate();
    },
    onError: notifyFailed,
  });
  const cancel = api.map.shifts.cancel.useMutation({
    onSuccess: async () => {
      onClose();
      notifyUndo({ message: t("shifts.cancelled"), label: t("shiftDesk.restore"), onUndo: () => restore.mutate({ id: shift.id }) });
      await cache.map.shifts.invalidate();
    },
    onError: notifyFailed,
  });
  const people = shift.signups.filter(({ status }) => status === "CONFIRMED" || status === "WAITLISTED").length;
  return (
    <Modal opened={opened} onClose={onClose} title={t("shifts.cancelTitle")}>
      <Stack>
        <Text size="sm">{t("shiftDesk.cancelText")}</Text>
        {shift.seriesId !== null && <SeriesPartChoice part={part} onChange={setPart} />}
        <Switch
          label={t("shiftDesk.tellAll", { count: people })}
          checked={notify}
          onChange={({ currentTarget }) => setNotify(currentTarget.checked)}
        />
        {notify && (
          <Text size="sm" c="dimmed">
            {t("shiftDesk.reasonAsked")}
          </Text>
        )}
        {notify && <NoticeWords words={words} onChange={setWords} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("shiftDesk.keep")}
          </Button>
          <Button
            color="brick"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ id: shift.id, part, notify, reasons: bodiesOf(words) })}
          >
            {t("shifts.cancel")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
