import { Button, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { ShiftDay } from "@cml/domain/map";
import { IconMessage, IconPhone } from "@tabler/icons-react";
import type { Notes } from "../hooks/useNotes";
import { isHere, type RosterPerson } from "../model/day-people";
import { smsLink, telLink, textTo } from "../model/reach";
import { Sheet } from "./Sheet";

type Props = {
  day: ShiftDay;
  person: RosterPerson | null;
  /** Null while nothing can be noted. */
  notes: Notes | null;
  turfOf: (person: RosterPerson) => string | null;
  onClose: () => void;
};

/** All there is to do with one person. */
export const PersonSheet = ({ person, onClose, ...rest }: Props) => (
  <Sheet title={person?.name ?? null} onClose={onClose}>
    {person !== null && <Actions person={person} onClose={onClose} {...rest} />}
  </Sheet>
);

const Actions = ({ day, person, notes, turfOf, onClose }: Props & { person: RosterPerson }) => {
  const { t } = useTranslation();
  const { phone, state } = person;
  const turf = turfOf(person);
  const then = (act: () => void) => () => {
    act();
    onClose();
  };
  return (
    <Stack gap="sm">
      {phone === null ? (
        <Text c="dimmed">{t("app.day.noPhone")}</Text>
      ) : (
        <>
          <Button component="a" href={telLink(phone)} size="lg" mih={56} leftSection={<IconPhone size={22} />}>
            {t("app.day.callNumber", { phone })}
          </Button>
          <Button
            component="a"
            href={smsLink(phone, textTo(day, person))}
            variant="default"
            size="lg"
            mih={56}
            leftSection={<IconMessage size={22} />}
          >
            {t("app.day.textNumber")}
          </Button>
        </>
      )}
      {state === "OUT" && <Text>{t("app.day.hasTurf", { turf: turf ?? "" })}</Text>}
      {notes !== null && (state === "HERE" || state === "BACK") && (
        <Button variant="default" size="lg" mih={56} onClick={then(() => notes.markBack(person, true))}>
          {t("app.day.wentHome")}
        </Button>
      )}
      {notes !== null && state === "LEFT" && (
        <Button variant="default" size="lg" mih={56} onClick={then(() => notes.markBack(person, false))}>
          {t("app.day.stillHere")}
        </Button>
      )}
      {notes !== null && isHere(person) && state !== "OUT" && (
        <Button variant="subtle" color="brick" size="lg" mih={56} onClick={then(() => notes.undoCheckIn(person))}>
          {t(person.source === "WALK_UP" ? "app.day.removeWalkUp" : "app.day.undoCheckIn")}
        </Button>
      )}
    </Stack>
  );
};
