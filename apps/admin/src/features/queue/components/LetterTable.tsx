import { campaignEmailStatuses, emailMethods, letterHolds, type LetterSummary } from "@cml/domain/influence";
import { type Column, EmptyState, type TableFilter } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMailForward } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { ChooseRow } from "../../../shell/Choosing";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { useLetterActions } from "../hooks/useLetterActions";
import { refetchInterval, useOverview } from "../hooks/useOverview";
import { AllLettersMenu } from "./AllLettersMenu";
import { LetterBulkBar } from "./LetterBulkBar";
import { LetterDrawer } from "./LetterDrawer";
import { LetterStatusBadge } from "./LetterStatusBadge";

/** States one looks for: those of the row, and what came back to it. */
const states = ["QUEUED", "SENT", "RETURNED", "ANSWERED", "FAILED", "UNCERTAIN", "CANCELLED"] as const;

const parse = (raw: Record<string, unknown>) => ({
  q: textOf(raw["q"]),
  status: oneOf([...states, ...campaignEmailStatuses], raw["status"]),
  method: oneOf(emailMethods, raw["method"]),
  held: oneOf(letterHolds, raw["held"]),
  to: textOf(raw["to"]),
  source: textOf(raw["source"]),
  page: pageOf(raw["page"]),
  letter: textOf(raw["letter"]),
});

/** Letters of one campaign or of all, with what one looks for in the address, and each in a drawer with its way so far. */
export const LetterTable = ({ campaignId, empty }: { campaignId: string | null; empty?: string }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [search, setSearch] = usePageSearch(parse);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const actions = useLetterActions();
  const overview = useOverview(campaignId);
  const { status } = search;
  const query = api.influence.letters.list.useQuery(
    {
      campaignId,
      search: search.q,
      status: status === "RETURNED" || status === "ANSWERED" ? null : status,
      returned: status === "RETURNED",
      answered: status === "ANSWERED",
      method: search.method,
      held: search.held,
      recipient: search.to,
      source: search.source,
      page: search.page,
      pageSize,
    },
    { placeholderData: keepPreviousData, refetchInterval },
  );
  const rows = query.data?.items;
  const toggle = (id: string) =>
    setChosen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const columns = useColumns({ chosen, toggle: can("letter.edit") ? toggle : null });
  const filters = useFilters(search, setSearch);
  return (
    <>
      <LetterBulkBar selected={(rows ?? []).filter(({ id }) => chosen.has(id))} actions={actions} onClear={() => setChosen(new Set())} />
      <QueryTable
        label={t("letters.title")}
        columns={columns}
        query={query}
        search={search}
        setSearch={setSearch}
        selectedKey={search.letter}
        searchLabel={t("letters.search")}
        filters={filters}
        actions={can("letter.edit") && <AllLettersMenu campaignId={campaignId} overview={overview.data} actions={actions} />}
        onRow={({ id }) => setSearch({ letter: id })}
        empty={
          <EmptyState icon={<IconMailForward />} title={t("sending.emptyTitle")}>
            {empty ?? t("sending.emptyText")}
          </EmptyState>
        }
      />
      <LetterDrawer
        id={search.letter}
        order={(rows ?? []).map(({ id }) => id)}
        actions={actions}
        onOpen={(letter) => setSearch({ letter })}
        onRecipient={(to) => setSearch({ to, letter: "", page: 1 })}
        onClose={() => setSearch({ letter: "" })}
      />
    </>
  );
};

type Search = ReturnType<typeof parse>;

const useFilters = (search: Search, setSearch: (changes: Partial<Search>) => void): TableFilter[] => {
  const { t } = useTranslation();
  const named = (state: (typeof states)[number]) => {
    if (state === "RETURNED") return t("sending.strip.returned");
    return state === "ANSWERED" ? t("sending.strip.answered") : t(`influence:letterStatuses.${state}`);
  };
  // Set from elsewhere (a tile, a drawer, a link): shown so that it can be taken off.
  const given = (id: "held" | "to" | "source", label: string, shown: string | null): TableFilter[] =>
    shown === null
      ? []
      : [{ id, label, value: search[id], options: [{ value: search[id] ?? "", label: shown }], onChange: () => setSearch({ [id]: null }) }];
  return [
    {
      id: "status",
      label: t("letters.statusLabel"),
      value: search.status,
      options: states.map((value) => ({ value, label: named(value) })),
      onChange: (value) => setSearch({ status: oneOf(states, value), held: null, page: 1 }),
    },
    {
      id: "method",
      label: t("sending.methodLabel"),
      value: search.method,
      options: emailMethods.map((value) => ({ value, label: t(`sending.methods.${value}`) })),
      onChange: (value) => setSearch({ method: oneOf(emailMethods, value), page: 1 }),
    },
    ...given("held", t("sending.heldLabel"), search.held === null ? null : t(`influence:letterReasons.${search.held}`)),
    ...given("to", t("sending.recipientLabel"), search.to === "" ? null : search.to),
    ...given("source", t("sending.sourceLabel"), search.source === "" ? null : search.source),
  ];
};

type Selection = { chosen: ReadonlySet<string>; toggle: ((id: string) => void) | null };

const useColumns = ({ chosen, toggle }: Selection): Column<LetterSummary>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const box = ({ id, recipientName }: LetterSummary): ReactNode => (
    <ChooseRow label={t("sending.select", { name: recipientName })} checked={chosen.has(id)} onToggle={() => toggle?.(id)} />
  );
  return [
    {
      id: "sender",
      header: t("letters.columns.sender"),
      cell: ({ userName, userEmail }) => userName ?? userEmail ?? t("letters.anonymous"),
    },
    { id: "recipient", header: t("letters.columns.recipient"), cell: ({ recipientName }) => recipientName },
    { id: "status", header: t("letters.columns.status"), width: 220, cell: (letter) => <LetterStatusBadge letter={letter} /> },
    {
      id: "postalCode",
      header: t("letters.columns.postalCode"),
      width: 110,
      hideOnPhone: true,
      cell: ({ userPostalCode }) => userPostalCode ?? "–",
    },
    { id: "at", header: t("letters.columns.at"), width: 220, cell: ({ sentAt, createdAt }) => formats.dateTime(sentAt ?? createdAt) },
    ...(toggle === null ? [] : [{ id: "select", header: t("sending.choose"), width: 88, cell: box }]),
  ];
};
