import { ActionIcon, UnstyledButton } from "@mantine/core";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import { IconCheck, IconMessage, IconPhone } from "@tabler/icons-react";
import { isHere, type RosterPerson } from "../model/day-people";
import { smsLink, telLink } from "../model/reach";
import classes from "./PersonRow.module.css";

type Props = {
  person: RosterPerson;
  turfName: string | null;
  text: string;
  /** Null while nobody can be checked in. */
  onToggle: (() => void) | null;
  onMore: () => void;
};

/** One person of the roster: name and where they are, a call, a text, and the mark that they are here. */
export const PersonRow = ({ person, turfName, text, onToggle, onMore }: Props) => {
  const { t } = useTranslation();
  const { name, phone, state, notSent } = person;
  const says = useSays(person, turfName);
  const isIn = isHere(person);
  return (
    <li className={classes.row}>
      <UnstyledButton className={classes.who} onClick={onMore} aria-label={t("app.day.more", { name })}>
        <span className={classes.name}>{name}</span>
        <span className={classes.says}>
          {says}
          {notSent && <span className={classes.notSent}>{` · ${t("app.day.says.notSent")}`}</span>}
        </span>
      </UnstyledButton>
      {phone !== null && (
        <>
          <ActionIcon component="a" href={telLink(phone)} variant="default" size={52} radius="xl" aria-label={t("app.day.call", { name })}>
            <IconPhone size={22} />
          </ActionIcon>
          <ActionIcon
            component="a"
            href={smsLink(phone, text)}
            variant="default"
            size={52}
            radius="xl"
            aria-label={t("app.day.text", { name })}
          >
            <IconMessage size={22} />
          </ActionIcon>
        </>
      )}
      <ActionIcon
        variant={isIn ? "filled" : "outline"}
        color="spruce"
        size={52}
        radius="xl"
        disabled={onToggle === null || state === "OUT"}
        aria-pressed={isIn}
        aria-label={t(isIn ? "app.day.isHere" : "app.day.checkIn", { name })}
        onClick={onToggle ?? undefined}
      >
        <IconCheck size={26} stroke={2.5} />
      </ActionIcon>
    </li>
  );
};

const useSays = ({ state, source, confirmedAt, checkedInAt, leftAt }: RosterPerson, turfName: string | null): string => {
  const { t } = useTranslation();
  const formats = useFormats();
  const clock = (moment: Date | null) => (moment === null ? "" : formats.time(moment));
  const words = ((): string => {
    if (state === "EXPECTED") return turfName ?? t(confirmedAt === null ? "app.day.says.EXPECTED" : "app.day.says.coming");
    if (state === "OUT") return turfName === null ? t("app.day.says.OUT") : t("app.day.says.outWith", { turf: turfName });
    return t(`app.day.says.${state}`, { time: clock(state === "LEFT" ? leftAt : checkedInAt) });
  })();
  return source === "WALK_UP" ? `${t("app.day.says.walkUp")} · ${words}` : words;
};
