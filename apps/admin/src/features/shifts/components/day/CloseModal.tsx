import { Alert, Button, Group, Modal, Stack, Text, Textarea } from "@mantine/core";
import { type ShiftDay, whatIsOut } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { notifyDone, notifyFailed } from "../../../../shell/notify";

type Props = { day: ShiftDay; opened: boolean; onClose: () => void };

/** Ends the day: what it writes down, what is still out, and why it is closed all the same. */
export const CloseModal = ({ day, opened, onClose }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const [reason, setReason] = useState("");
  const out = whatIsOut(day, day.asOf);
  const isEarly = out.turfs.length > 0 || out.phones.length > 0;
  const missing = day.people.filter(({ state }) => state === "EXPECTED").length;
  const close = api.map.shiftDay.close.useMutation({
    onSuccess: () => {
      notifyDone(t("shiftDesk.day.closedNow"));
      onClose();
    },
    onError: notifyFailed,
    onSettled: () => cache.map.invalidate(),
  });
  return (
    <Modal opened={opened} onClose={onClose} title={t("shiftDesk.day.closeTitle")}>
      <Stack>
        <Text size="sm">{t("shiftDesk.day.closeText", { count: missing })}</Text>
        {isEarly && (
          <Alert color="amber">
            {[...out.turfs.map(({ cutName }) => cutName), ...out.phones.map(({ name }) => name)].join(", ")}
            <Text size="sm" mt={4}>
              {t("shiftDesk.day.stillOut")}
            </Text>
          </Alert>
        )}
        {isEarly && (
          <Textarea
            label={t("shiftDesk.day.reason")}
            required
            maxLength={500}
            minRows={2}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            disabled={isEarly && reason.trim() === ""}
            loading={close.isPending}
            onClick={() => close.mutate({ shiftId: day.shift.id, reason: reason.trim() === "" ? null : reason })}
          >
            {t("shiftDesk.day.close")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
