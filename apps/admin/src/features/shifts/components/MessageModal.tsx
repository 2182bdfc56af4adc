import { Button, Group, Modal, Paper, Stack, Text } from "@mantine/core";
import type { ShiftDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { notifyUndo } from "../../../shell/notify-undo";
import { bodiesOf, noWords, NoticeWords } from "./NoticeWords";

type Props = { shift: ShiftDetail; opened: boolean; onClose: () => void };

/** A mail to everybody signed up or waiting: how it reads, to how many, and a moment to take it back. */
export const MessageModal = ({ shift, opened, onClose }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [words, setWords] = useState(noWords);
  const [shown] = useDebouncedValue(words, 400);
  const preview = api.map.shifts.previewMessage.useQuery({ shiftId: shift.id, bodies: bodiesOf(shown) }, { enabled: opened });
  const withdraw = api.map.shifts.withdrawMessage.useMutation({
    onSuccess: () => notifyDone(t("shiftDesk.withdrawn")),
    onError: notifyFailed,
  });
  const send = api.map.shifts.message.useMutation({
    onSuccess: async ({ id }) => {
      setWords(noWords);
      onClose();
      notifyUndo({ message: t("shiftDesk.messageLeaves"), label: t("shiftDesk.withdraw"), onUndo: () => withdraw.mutate({ id }) });
      await cache.map.shifts.invalidate();
    },
    onError: notifyFailed,
  });
  const told = preview.data;
  const isEmpty = words.en.trim() === "" && words.fr.trim() === "";
  return (
    <Modal opened={opened} onClose={onClose} title={t("shiftDesk.messageTitle")} size="lg">
      <Stack>
        <NoticeWords words={words} onChange={setWords} />
        {told !== undefined && (
          <Paper withBorder radius="md" p="md">
            <Text size="sm" fw={600}>
              {t("shiftDesk.goesTo", { count: told.recipients })}
            </Text>
            {told.withoutEmail > 0 && (
              <Text size="sm" c="dimmed">
                {t("shiftDesk.withoutEmail", { count: told.withoutEmail })}
              </Text>
            )}
            <Text size="sm" mt="xs">
              {told.subject}
            </Text>
            <Text size="sm" c="dimmed" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {told.text}
            </Text>
          </Paper>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            disabled={isEmpty || told?.recipients === 0}
            loading={send.isPending}
            onClick={() => send.mutate({ shiftId: shift.id, bodies: bodiesOf(words) })}
          >
            {t("shiftDesk.send")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
