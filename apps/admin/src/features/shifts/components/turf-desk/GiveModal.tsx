import { Button, Group, Modal, Stack } from "@mantine/core";
import type { ShiftDetail, TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { PeoplePicker } from "./PeoplePicker";
import { useTurfChanges } from "./useTurfChanges";

type Props = { turf: TurfAssignment; shift: ShiftDetail; onClose: () => void };

/** A planned turf goes to people. */
export const GiveModal = ({ turf, shift, onClose }: Props) => {
  const { t } = useTranslation();
  const [userIds, setUserIds] = useState<string[]>([]);
  const { give } = useTurfChanges(onClose);
  return (
    <Modal opened onClose={onClose} title={t("turfDesk.giveTitle", { turf: turf.cutName })}>
      <Stack>
        <PeoplePicker shift={shift} value={userIds} onChange={setUserIds} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button disabled={userIds.length === 0} loading={give.isPending} onClick={() => give.mutate({ id: turf.id, userIds })}>
            {t("turfDesk.handOut")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
