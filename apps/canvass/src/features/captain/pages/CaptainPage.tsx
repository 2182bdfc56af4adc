import { Box, Button, Group } from "@mantine/core";
import { errorMessage } from "@cml/api-client";
import { ErrorState, PageSkeleton } from "@cml/ui";
import { useFormats, useLocale, useTranslation } from "@cml/ui/i18n";
import { IconQrcode, IconUserPlus } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { OldAnswer } from "../../../shell/OldAnswer";
import { Screen } from "../../../shell/Screen";
import { ChoiceBar } from "../components/ChoiceBar";
import { CloseTab } from "../components/CloseTab";
import { CodeSheet } from "../components/CodeSheet";
import { PeopleTab } from "../components/PeopleTab";
import { TurfTab } from "../components/TurfTab";
import { WalkUpSheet } from "../components/WalkUpSheet";
import { type Day, useDay } from "../hooks/useDay";
import { useNotes } from "../hooks/useNotes";

const tabs = ["people", "turf", "close"] as const;
type Tab = (typeof tabs)[number];

/** The shift in its captain's hand: the people, the turf, and its end. */
export const CaptainPage = () => {
  const { t } = useTranslation();
  const locale = useLocale();
  const { shiftId = "" }: { shiftId?: string } = useParams({ strict: false });
  const asked = useDay(shiftId);
  const notes = useNotes(shiftId);
  const { day, people, refetch } = asked;
  const [tab, setTab] = useState<Tab>("people");
  const [sheet, setSheet] = useState<"walkUp" | "code" | null>(null);
  const under = useUnder(asked);
  const canAdd = day !== null && day.shift.closedAt === null && day.shift.status !== "CANCELLED" && day.checkInFrom <= new Date();
  return (
    <Screen
      back
      title={day?.shift.title ?? t("app.day.youLead")}
      under={under}
      tools={
        day === null ? undefined : (
          <ChoiceBar
            label={t("app.day.sections")}
            value={tab}
            choices={tabs.map((one) => ({ value: one, label: t(`app.day.tabs.${one}`) }))}
            onChange={setTab}
          />
        )
      }
      action={
        canAdd && tab === "people" ? (
          <Group gap="xs" grow wrap="nowrap">
            <Button size="md" mih={56} leftSection={<IconQrcode size={22} />} onClick={() => setSheet("code")}>
              {t("app.day.code.button")}
            </Button>
            <Button size="md" mih={56} variant="default" leftSection={<IconUserPlus size={22} />} onClick={() => setSheet("walkUp")}>
              {t("app.day.walkUp.button")}
            </Button>
          </Group>
        ) : undefined
      }
    >
      {asked.loading && (
        <Box p="md">
          <PageSkeleton />
        </Box>
      )}
      {!asked.loading && day === null && (
        <Box p="md">
          <ErrorState message={errorMessage(asked.error, locale)} onRetry={refetch} />
        </Box>
      )}
      {day !== null && (
        <>
          {asked.storedAt !== null && (
            <Box px="md" pt="sm">
              <OldAnswer storedAt={asked.storedAt} />
            </Box>
          )}
          {tab === "people" && <PeopleTab day={day} people={people} notes={notes} />}
          {tab === "turf" && <TurfTab day={day} people={people} onDone={refetch} />}
          {tab === "close" && <CloseTab day={day} people={people} onDone={refetch} />}
          <WalkUpSheet isOpen={sheet === "walkUp"} notes={notes} onClose={() => setSheet(null)} />
          <CodeSheet shiftId={shiftId} isOpen={sheet === "code"} onClose={() => setSheet(null)} onDone={refetch} />
        </>
      )}
    </Screen>
  );
};

const useUnder = ({ day, people }: Day): string | undefined => {
  const { t } = useTranslation();
  const formats = useFormats();
  if (day === null) return undefined;
  const inState = (...states: string[]) => people.filter(({ state }) => states.includes(state)).length;
  const { closedAt } = day.shift;
  return [
    closedAt === null ? null : t("app.day.closedAt", { time: formats.time(closedAt) }),
    closedAt === null ? t("app.day.summary.here", { count: inState("HERE", "BACK") }) : null,
    closedAt === null ? t("app.day.summary.expected", { count: inState("EXPECTED") }) : null,
    inState("OUT") === 0 ? null : t("app.day.summary.out", { count: inState("OUT") }),
    t("app.day.asOf", { time: formats.time(day.asOf) }),
  ]
    .filter((part) => part !== null)
    .join(" · ");
};
