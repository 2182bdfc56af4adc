import { Alert, Box, TextInput } from "@mantine/core";
import { EmptyState } from "@cml/ui";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import type { ShiftDay } from "@cml/domain/map";
import { IconSearch, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import type { Notes } from "../hooks/useNotes";
import { grouped, isHere, type RosterPerson } from "../model/day-people";
import { textTo } from "../model/reach";
import { PersonRow } from "./PersonRow";
import classes from "./PersonRow.module.css";
import { PersonSheet } from "./PersonSheet";

type Props = { day: ShiftDay; people: RosterPerson[]; notes: Notes };

/** The roster: who is expected, here, out, back and gone. */
export const PeopleTab = ({ day, people, notes }: Props) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const groups = grouped(people, search);
  const tooEarly = day.checkInFrom > new Date();
  const isOpen = day.shift.closedAt === null && day.shift.status !== "CANCELLED" && !tooEarly;
  const turfOf = (person: RosterPerson): string | null =>
    day.turfs.find(({ returnedAt, people: holders }) => returnedAt === null && holders.some(({ userId }) => userId === person.userId))
      ?.cutName ?? null;
  if (people.length === 0)
    return (
      <EmptyState icon={<IconUsers size={26} />} title={t("app.day.nobody")}>
        {t("app.day.nobodyText")}
      </EmptyState>
    );
  return (
    <>
      <Box p="md" pb={0}>
        {tooEarly && (
          <Alert color="amber" mb="md">
            {t("app.day.tooEarly", { time: formats.dateTime(day.checkInFrom) })}
          </Alert>
        )}
        <TextInput
          size="lg"
          styles={{ input: { minHeight: 56 } }}
          type="search"
          leftSection={<IconSearch size={20} />}
          aria-label={t("app.day.search")}
          placeholder={t("app.day.search")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Box>
      {groups.length === 0 && <EmptyState title={t("app.day.noMatch")} />}
      {groups.map(({ group, people: ofGroup }) => (
        <section key={group}>
          <h2 className={classes.group}>{`${t(`app.day.groups.${group}`)} (${ofGroup.length})`}</h2>
          <ul className={classes.list}>
            {ofGroup.map((person) => (
              <PersonRow
                key={person.signupId}
                person={person}
                turfName={turfOf(person)}
                text={textTo(day, person)}
                onToggle={isOpen ? () => (isHere(person) ? notes.undoCheckIn(person) : notes.checkIn(person)) : null}
                onMore={() => setChosen(person.signupId)}
              />
            ))}
          </ul>
        </section>
      ))}
      <PersonSheet
        day={day}
        person={people.find(({ signupId }) => signupId === chosen) ?? null}
        notes={isOpen ? notes : null}
        turfOf={turfOf}
        onClose={() => setChosen(null)}
      />
    </>
  );
};
