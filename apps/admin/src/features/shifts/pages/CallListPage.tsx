import { Button, SegmentedControl, Stack } from "@mantine/core";
import { type CallList, dayIn, movedDay } from "@cml/domain/map";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPhoneCall, IconPhoneCheck } from "@tabler/icons-react";
import { api } from "../../../api";
import { useSite, useSiteFormats } from "../../../session/useSite";
import { BackLink } from "../../../shell/BackLink";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { textOf, usePageSearch } from "../../../shell/usePageSearch";
import { CallCard } from "../components/calls/CallCard";
import { CallProgress } from "../components/calls/CallProgress";
import { PersonList } from "../components/calls/PersonList";

/** Who has not said that they come: one person at a time, nobody called twice. */
export const CallListPage = () => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const today = dayIn(new Date(), useSite().timeZone);
  const [search, setSearch] = usePageSearch((raw) => ({ day: textOf(raw["day"]) }));
  const days = [0, 1, 2].map((ahead) => movedDay(today, ahead));
  const day = days.find((one) => one === search.day) ?? movedDay(today, 1);
  const query = api.map.shiftCalls.list.useQuery({ day }, { refetchInterval: 10_000 });
  const words = [t("shiftCalls.today"), t("shiftCalls.tomorrow"), formats.day(days[2] ?? day)];
  return (
    <>
      <PageHeader
        title={t("shiftCalls.title")}
        lead={t("shiftCalls.lead")}
        back={<BackLink to="/shifts">{t("shifts.title")}</BackLink>}
        actions={
          <SegmentedControl
            size="sm"
            aria-label={t("shiftCalls.day")}
            value={day}
            onChange={(value) => setSearch({ day: value === movedDay(today, 1) ? "" : value })}
            data={days.map((value, index) => ({ value, label: words[index] ?? value }))}
          />
        }
      />
      <QueryState query={query} shape="cards">
        {(list) => <Calls list={list} />}
      </QueryState>
    </>
  );
};

const Calls = ({ list }: { list: CallList }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const next = api.map.shiftCalls.claimNext.useMutation({ onSettled: () => cache.map.shiftCalls.invalidate(), onError: notifyFailed });
  const mine = list.people.find(({ claim }) => claim?.isMine === true);
  if (list.places === 0 && list.people.length === 0)
    return (
      <EmptyState icon={<IconPhoneCheck />} title={t("shiftCalls.noneTitle")}>
        {t("shiftCalls.noneText")}
      </EmptyState>
    );
  return (
    <Stack gap="lg" maw={760}>
      <CallProgress list={list} />
      {mine !== undefined ? (
        <CallCard key={mine.signupId} person={mine} onSkip={() => next.mutate({ day: list.day, except: mine.signupId })} />
      ) : list.toCall > 0 ? (
        <Button
          size="lg"
          leftSection={<IconPhoneCall size={20} />}
          loading={next.isPending}
          onClick={() => next.mutate({ day: list.day, except: null })}
        >
          {t("shiftCalls.next")}
        </Button>
      ) : (
        <EmptyState icon={<IconPhoneCheck />} title={t("shiftCalls.doneTitle")}>
          {t("shiftCalls.doneText")}
        </EmptyState>
      )}
      <PersonList
        title={t("shiftCalls.states.TO_CALL")}
        people={list.people.filter(({ state, claim }) => state === "TO_CALL" && claim?.isMine !== true)}
      />
      <PersonList title={t("shiftCalls.settled")} people={list.people.filter(({ state }) => state !== "TO_CALL" && state !== "NO_PHONE")} />
      <PersonList title={t("shiftCalls.states.NO_PHONE")} people={list.people.filter(({ state }) => state === "NO_PHONE")} />
    </Stack>
  );
};
