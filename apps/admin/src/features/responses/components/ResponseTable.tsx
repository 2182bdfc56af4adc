import { Text } from "@mantine/core";
import type { ResponseView } from "@cml/domain/influence";
import type { Column } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { keepPreviousData } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { ChooseRow } from "../../../shell/Choosing";
import { QueryTable } from "../../../shell/QueryTable";
import { pageSize } from "../../../shell/usePageSearch";
import type { DeskCounts } from "../hooks/useDeskCounts";
import type { ResponseSearch } from "../model/response-search";
import { NothingHere } from "./NothingHere";
import { ResponseBulkBar } from "./ResponseBulkBar";
import { ResponseBadges } from "./ResponseBadges";

type Props = { search: ResponseSearch; setSearch: (changes: Partial<ResponseSearch>) => void; counts: DeskCounts };

/** A pile as a list: to find one, or to decide on many at once. */
export const ResponseTable = ({ search, setSearch, counts }: Props) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const query = api.influence.responses.list.useQuery(
    { desk: search.pile, campaignId: search.campaign, type: search.type, search: search.q, page: search.page, limit: pageSize },
    { placeholderData: keepPreviousData, refetchInterval: 15_000 },
  );
  const rows = query.data?.items ?? [];
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const columns = useColumns({ chosen, toggle });
  return (
    <>
      <ResponseBulkBar
        rows={rows}
        selected={rows.filter(({ id }) => chosen.has(id))}
        onChoose={(ids) => setChosen(new Set(ids))}
        onDone={async () => {
          await Promise.all([query.refetch(), counts.refresh()]);
        }}
      />
      <QueryTable
        label={t("responses.title")}
        columns={columns}
        query={query}
        search={search}
        setSearch={setSearch}
        searchLabel={t("responses.list.search")}
        onRow={({ id }) => setSearch({ item: id, view: "desk" })}
        empty={
          <NothingHere
            pile={search.pile}
            isFiltered={search.campaign !== null || search.type !== null}
            onShowAll={() => setSearch({ campaign: null, type: null, page: 1 })}
          />
        }
      />
    </>
  );
};

type Selection = { chosen: ReadonlySet<string>; toggle: (id: string) => void };

const useColumns = ({ chosen, toggle }: Selection): Column<ResponseView>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const box = ({ id, representativeName }: ResponseView): ReactNode => (
    <ChooseRow label={t("responses.list.select", { name: representativeName })} checked={chosen.has(id)} onToggle={() => toggle(id)} />
  );
  return [
    {
      id: "representative",
      header: t("responses.list.columns.representative"),
      width: 220,
      cell: ({ representativeName, officeAnswerId, level }) => (
        <div>
          <Text size="sm" fw={550}>
            {representativeName}
          </Text>
          <Text size="xs" c="dimmed">
            {officeAnswerId === null ? t(`influence:levels.${level}`) : t("responses.item.officeAnswer")}
          </Text>
        </div>
      ),
    },
    {
      id: "said",
      header: t("responses.list.columns.said"),
      cell: ({ shownText, officeReply }) => (
        <div>
          <Text size="sm" lineClamp={2} style={{ overflowWrap: "anywhere" }}>
            {shownText === "" ? t("responses.list.pictureOnly") : shownText}
          </Text>
          {officeReply?.status === "PENDING" && (
            <Text size="xs" c="var(--mantine-color-amber-text)">
              {t("responses.list.replyWaits")}
            </Text>
          )}
        </div>
      ),
    },
    {
      id: "campaign",
      header: t("responses.list.columns.campaign"),
      width: 190,
      cell: ({ campaignTitle }) => (
        <Text size="sm" lineClamp={2}>
          {campaignTitle}
        </Text>
      ),
    },
    {
      id: "status",
      header: t("responses.list.columns.status"),
      width: 210,
      cell: (response) => <ResponseBadges response={response} />,
    },
    { id: "at", header: t("responses.list.columns.at"), width: 150, cell: ({ createdAt }) => formats.dateTime(createdAt) },
    { id: "choose", header: t("responses.list.columns.choose"), width: 84, cell: box },
  ];
};
