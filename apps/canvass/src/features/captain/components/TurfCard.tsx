import { Button, Card, Group, Progress, Text, Title } from "@mantine/core";
import type { DayPhone, DayTurf } from "@cml/domain/map";
import { useFormats, useTranslation } from "@cml/ui/i18n";
import { PhoneLine } from "./PhoneLine";
import classes from "./TurfCard.module.css";

type Props = { turf: DayTurf; phones: readonly DayPhone[]; onChange: (() => void) | null };

/** One turf: with whom, how far, since when, and what its phones still hold. */
export const TurfCard = ({ turf, phones, onChange }: Props) => {
  const { t } = useTranslation();
  const formats = useFormats();
  const { cutName, people, doors, done, handedOutAt, returnedAt } = turf;
  const isPlanned = handedOutAt === null;
  const told = useTold(turf);
  const held = phones.filter(({ userId, unsent }) => unsent > 0 && people.some((person) => person.userId === userId));
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div className={classes.words}>
          <Title order={3} size="h4" className={classes.name}>
            <span className={classes.colour} style={{ background: turf.color }} aria-hidden="true" />
            {cutName}
          </Title>
          <Text>{people.length === 0 ? t("app.day.turf.planned") : people.map(({ name }) => name).join(", ")}</Text>
        </div>
        {onChange !== null && (
          <Button
            variant={isPlanned ? "filled" : "default"}
            mih={56}
            style={{ flex: "none" }}
            onClick={onChange}
            aria-label={t(isPlanned ? "app.day.turf.handOutTurf" : "app.day.turf.changeTurf", { turf: cutName })}
          >
            {t(isPlanned ? "app.day.turf.handOut" : "app.day.turf.change")}
          </Button>
        )}
      </Group>
      <Progress
        value={doors === 0 ? 0 : (done / doors) * 100}
        mt="sm"
        size="md"
        aria-label={t("app.day.turf.done", { done: formats.number(done), total: formats.number(doors) })}
      />
      <Group justify="space-between" mt={6} gap="xs">
        <Text size="sm">{t("app.day.turf.done", { done: formats.number(done), total: formats.number(doors) })}</Text>
        {!isPlanned && returnedAt === null && <Text size="sm">{t("app.day.turf.left", { count: doors - done })}</Text>}
      </Group>
      {told !== "" && (
        <Text size="sm" c="dimmed">
          {told}
        </Text>
      )}
      {held.map((phone) => (
        <PhoneLine key={phone.userId} phone={phone} />
      ))}
    </Card>
  );
};

const useTold = ({ handedOutAt, returnedAt, startedAt, lastVisitAt }: DayTurf): string => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (returnedAt !== null) return t("app.day.turf.back", { time: formats.time(returnedAt) });
  if (handedOutAt === null) return "";
  const parts = [
    startedAt === null ? t("app.day.turf.notStarted") : t("app.day.turf.started", { time: formats.time(startedAt) }),
    lastVisitAt === null ? null : t("app.day.turf.lastVisit", { time: formats.time(lastVisitAt) }),
  ];
  return parts.filter((part) => part !== null).join(" · ");
};

/** An area of the shift nobody has. */
export const FreeCard = ({ name, onHandOut }: { name: string; onHandOut: () => void }) => {
  const { t } = useTranslation();
  return (
    <Card withBorder padding="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div className={classes.words}>
          <Title order={3} size="h4">
            {name}
          </Title>
          <Text c="dimmed">{t("app.day.turf.free")}</Text>
        </div>
        <Button mih={56} style={{ flex: "none" }} onClick={onHandOut} aria-label={t("app.day.turf.handOutTurf", { turf: name })}>
          {t("app.day.turf.handOut")}
        </Button>
      </Group>
    </Card>
  );
};
