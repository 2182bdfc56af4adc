import { Alert, Button, Stack, Text } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import type { DayTurf, ShiftDay } from "@cml/domain/map";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import type { TurfActs } from "../hooks/useTurfActs";
import type { RosterPerson } from "../model/day-people";
import { PeoplePicker } from "./PeoplePicker";
import { Sheet } from "./Sheet";

export type ChosenTurf = { turf: DayTurf } | { area: { cutId: string; cutName: string } };

type Props = { chosen: ChosenTurf | null; day: ShiftDay; people: RosterPerson[]; acts: TurfActs; onClose: () => void };

/** Hands a turf out, passes it on, splits it or takes it back. */
export const TurfSheet = ({ chosen, ...rest }: Props) => {
  const name = chosen === null ? null : "turf" in chosen ? chosen.turf.cutName : chosen.area.cutName;
  return (
    <Sheet title={name} onClose={rest.onClose}>
      {chosen !== null && <Choice key={"turf" in chosen ? chosen.turf.id : chosen.area.cutId} chosen={chosen} {...rest} />}
    </Sheet>
  );
};

type Way = "give" | "pass" | "half";

const Choice = ({ chosen, day, people, acts }: Props & { chosen: ChosenTurf }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const turf = "turf" in chosen ? chosen.turf : null;
  const isOut = turf !== null && turf.handedOutAt !== null;
  const [way, setWay] = useState<Way | null>(isOut ? null : "give");
  const [userIds, setUserIds] = useState<string[]>([]);
  const holders = new Set(turf?.people.map(({ userId }) => userId));
  const give = () => {
    if ("area" in chosen) acts.handOut(chosen.area.cutId, userIds);
    else if (way === "half") acts.giveHalf(chosen.turf.id, userIds);
    else acts.give(chosen.turf.id, userIds);
  };
  return (
    <Stack gap="sm">
      {acts.error !== null && (
        <Alert color="brick" role="alert">
          {errorMessage(acts.error, locale)}
        </Alert>
      )}
      {isOut && way === null && (
        <>
          <Text>{t("app.day.turf.choose")}</Text>
          {(["pass", "half"] as const).map((one) => (
            <Button
              key={one}
              variant="default"
              size="lg"
              mih={56}
              disabled={one !== "pass" && turf.done >= turf.doors}
              onClick={() => setWay(one)}
            >
              {t(`app.day.turf.${one}`)}
            </Button>
          ))}
          <Button size="lg" mih={56} loading={acts.isPending} onClick={() => acts.takeBack(turf.id)}>
            {t("app.day.turf.takeBack")}
          </Button>
          <Text size="sm" c="dimmed">
            {t("app.day.turf.takeBackText")}
          </Text>
        </>
      )}
      {way !== null && (
        <>
          <PeoplePicker
            day={day}
            people={people.filter(({ userId }) => userId === null || way !== "half" || !holders.has(userId))}
            chosen={userIds}
            onChange={setUserIds}
          />
          <Button size="lg" mih={56} fullWidth disabled={userIds.length === 0} loading={acts.isPending} onClick={give}>
            {t(way === "give" ? "app.day.turf.give" : `app.day.turf.confirm.${way}`)}
          </Button>
        </>
      )}
    </Stack>
  );
};
