import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import type { ShiftDetail, SplitTurfInput, TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { PeoplePicker } from "./PeoplePicker";
import { useTurfChanges } from "./useTurfChanges";

export type RestPart = SplitTurfInput["part"];
type Props = { turf: TurfAssignment; shift: ShiftDetail; part: RestPart; onClose: () => void };

/** Half of what is left to others of this shift, or all of it to another shift. */
export const RestModal = ({ turf, shift, part, onClose }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { split } = useTurfChanges(onClose);
  const [userIds, setUserIds] = useState<string[]>([]);
  const [otherId, setOtherId] = useState<string | null>(null);
  const isHalf = part === "half";
  const shiftId = isHalf ? shift.id : otherId;
  const names = { turf: turf.cutName, left: formats.number(turf.doors - turf.done) };
  return (
    <Modal opened onClose={onClose} title={t(isHalf ? "turfDesk.splitTitle" : "turfDesk.moveTitle", names)}>
      <Stack>
        <Text size="sm">{t(isHalf ? "turfDesk.splitText" : "turfDesk.moveText", names)}</Text>
        {isHalf ? (
          <PeoplePicker shift={withoutHolders(shift, turf)} value={userIds} onChange={setUserIds} description={t("turfDesk.toHint")} />
        ) : (
          <ShiftPicker shiftId={shift.id} value={otherId} onChange={setOtherId} />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            disabled={shiftId === null}
            loading={split.isPending}
            onClick={() => shiftId !== null && split.mutate({ id: turf.id, part, shiftId, userIds: isHalf ? userIds : [] })}
          >
            {t(isHalf ? "turfDesk.splitNow" : "turfDesk.moveNow")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

/** Whoever has the near half does not get the far one. */
const withoutHolders = ({ signups }: ShiftDetail, { people }: TurfAssignment) => ({
  signups: signups.filter(({ userId }) => !people.some((holder) => holder.userId === userId)),
});

type ShiftPickerProps = { shiftId: string; value: string | null; onChange: (id: string | null) => void };

const ShiftPicker = ({ shiftId, value, onChange }: ShiftPickerProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const query = api.map.shifts.list.useQuery({ upcomingOnly: true, pageSize: 100 });
  const others = (query.data?.items ?? []).filter(({ id, status }) => id !== shiftId && status !== "CANCELLED");
  return (
    <Select
      label={t("turfDesk.otherShift")}
      placeholder={query.isSuccess && others.length === 0 ? t("turfDesk.noOtherShift") : undefined}
      data={others.map(({ id, title, date, startTime }) => ({ value: id, label: `${formats.day(date)}, ${startTime} · ${title}` }))}
      disabled={others.length === 0}
      searchable
      value={value}
      onChange={onChange}
    />
  );
};
