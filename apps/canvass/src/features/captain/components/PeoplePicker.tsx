import { Checkbox, Stack, Text } from "@mantine/core";
import type { ShiftDay } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import type { RosterPerson } from "../model/day-people";
import classes from "./PeoplePicker.module.css";

type Props = { day: ShiftDay; people: RosterPerson[]; chosen: string[]; onChange: (userIds: string[]) => void };

type Candidate = { userId: string; name: string; isHere: boolean; turf: string | null };

/** Who may take a turf: people who are here first, the captain last. */
export const PeoplePicker = ({ day, people, chosen, onChange }: Props) => {
  const { t } = useTranslation();
  const candidates = candidatesOf(day, people);
  if (candidates.length === 0) return <Text>{t("app.day.turf.nobody")}</Text>;
  const toggle = (userId: string) => onChange(chosen.includes(userId) ? chosen.filter((id) => id !== userId) : [...chosen, userId]);
  return (
    <Stack gap={0} role="group" aria-label={t("app.day.turf.who")}>
      <Text fw={600}>{t("app.day.turf.who")}</Text>
      <Text size="sm" c="dimmed">
        {t("app.day.turf.whoHint")}
      </Text>
      {candidates.map(({ userId, name, isHere, turf }) => {
        const facts = [isHere ? null : t("app.day.turf.notHere"), turf === null ? null : t("app.day.turf.has", { turf })].filter(
          (fact) => fact !== null,
        );
        return (
          <Checkbox
            key={userId}
            size="md"
            classNames={{ root: classes.line, body: classes.body, labelWrapper: classes.label }}
            label={facts.length === 0 ? name : `${name} (${facts.join(", ")})`}
            checked={chosen.includes(userId)}
            onChange={() => toggle(userId)}
          />
        );
      })}
    </Stack>
  );
};

const candidatesOf = ({ shift, turfs }: ShiftDay, people: RosterPerson[]): Candidate[] => {
  const turfOf = (userId: string) =>
    turfs.find(({ returnedAt, people: holders }) => returnedAt === null && holders.some((holder) => holder.userId === userId))?.cutName ??
    null;
  const roster = people.flatMap(({ userId, name, status, checkedInAt }) =>
    userId === null || (status !== "CONFIRMED" && status !== "ATTENDED")
      ? []
      : [{ userId, name, isHere: checkedInAt !== null, turf: turfOf(userId) }],
  );
  const { captainUserId, captainName } = shift;
  if (captainUserId !== null && captainName !== null && !roster.some(({ userId }) => userId === captainUserId))
    roster.push({ userId: captainUserId, name: captainName, isHere: true, turf: turfOf(captainUserId) });
  return roster.sort((a, b) => Number(b.isHere) - Number(a.isHere) || Number(a.turf !== null) - Number(b.turf !== null));
};
