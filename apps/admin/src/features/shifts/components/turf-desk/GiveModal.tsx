import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import type { ShiftDetail, TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { PeoplePicker } from "./PeoplePicker";
import { useTurfChanges } from "./useTurfChanges";

type Props = { turf: TurfAssignment; shift: ShiftDetail; onClose: () => void };

/** A planned turf goes to people, or one that is out goes to others. */
export const GiveModal = ({ turf, shift, onClose }: Props) => {
  const { t } = useTranslation();
  const isOut = turf.handedOutAt !== null;
  const [userIds, setUserIds] = useState(turf.people.map(({ userId }) => userId));
  const { give, pass } = useTurfChanges(onClose);
  const before = new Set(turf.people.map(({ userId }) => userId));
  const isSame = userIds.length === before.size && userIds.every((one) => before.has(one));
  return (
    <Modal opened onClose={onClose} title={t(isOut ? "turfDesk.passTitle" : "turfDesk.giveTitle", { turf: turf.cutName })}>
      <Stack>
        {isOut && <Text size="sm">{t("turfDesk.passText")}</Text>}
        <PeoplePicker shift={shift} value={userIds} onChange={setUserIds} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            disabled={userIds.length === 0 || isSame}
            loading={give.isPending || pass.isPending}
            onClick={() => (isOut ? pass : give).mutate({ id: turf.id, userIds })}
          >
            {t(isOut ? "turfDesk.passNow" : "turfDesk.handOut")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
