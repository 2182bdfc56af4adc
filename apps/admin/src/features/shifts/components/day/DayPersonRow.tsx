import { Anchor, Button, Group, Text } from "@mantine/core";
import { type DayPerson, type DayState, telLink } from "@cml/domain/map";
import { StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconCheck } from "@tabler/icons-react";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { notifyFailed } from "../../../../shell/notify";

const toneOf: Record<DayState, StatusTone> = {
  EXPECTED: "calm",
  HERE: "good",
  OUT: "good",
  BACK: "good",
  LEFT: "calm",
  NO_SHOW: "danger",
  WAITING: "attention",
  CANCELLED: "calm",
};

type Props = { shiftId: string; person: DayPerson; canEdit: boolean };

/** One person on the day: a tap says that they are here, another takes it back. */
export const DayPersonRow = ({ shiftId, person, canEdit }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const settle = { onSettled: () => cache.map.invalidate(), onError: notifyFailed };
  const checkIn = api.map.shiftDay.checkIn.useMutation(settle);
  const undo = api.map.shiftDay.undoCheckIn.useMutation(settle);
  const { signupId, name, phone, state, source, checkedInAt, confirmedAt } = person;
  const isHere = checkedInAt !== null;
  return (
    <Group component="li" justify="space-between" wrap="nowrap" py={8} style={{ borderTop: "1px solid var(--cml-line)" }}>
      <div style={{ minWidth: 0 }}>
        <Text size="sm" fw={550}>
          {name}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          {phone !== null && (
            <Anchor href={telLink(phone)} size="xs" underline="always">
              {phone}
            </Anchor>
          )}
          {[
            phone === null ? "" : " ",
            source === "WALK_UP" ? t("shiftDesk.day.walkUp") : "",
            state === "EXPECTED" && confirmedAt !== null ? t("shiftDesk.saidComing") : "",
            checkedInAt === null ? "" : t("shiftDesk.day.since", { time: formats.time(checkedInAt) }),
          ]
            .filter((text) => text.trim() !== "")
            .map((text, index) => (index === 0 && phone === null ? text : ` · ${text}`))}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap" style={{ flex: "none" }}>
        {(!canEdit || state !== "EXPECTED") && <StatusBadge tone={toneOf[state]}>{t(`shiftDesk.day.states.${state}`)}</StatusBadge>}
        {canEdit && !isHere && (
          <Button
            size="compact-md"
            variant={state === "EXPECTED" ? "light" : "default"}
            leftSection={<IconCheck size={16} />}
            loading={checkIn.isPending}
            aria-label={t("shiftDesk.day.checkInName", { name })}
            onClick={() => checkIn.mutate({ shiftId, signupId })}
          >
            {t("shiftDesk.day.checkIn")}
          </Button>
        )}
        {canEdit && isHere && (
          <Button
            size="compact-md"
            variant="subtle"
            color="gray"
            loading={undo.isPending}
            aria-label={t("shiftDesk.day.undoName", { name })}
            onClick={() => undo.mutate({ shiftId, signupId })}
          >
            {t("shiftDesk.day.undo")}
          </Button>
        )}
      </Group>
    </Group>
  );
};
