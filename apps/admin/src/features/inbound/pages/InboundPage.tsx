import { Alert, Button, Group, Text } from "@mantine/core";
import { type InboundListItem, inboundKinds } from "@cml/domain/influence";
import { type Column, EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconAlertTriangle, IconMailDown } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryTable } from "../../../shell/QueryTable";
import { oneOf, pageOf, pageSize, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { InboundDrawer } from "../components/InboundDrawer";
import { InboundKindBadge } from "../components/InboundKindBadge";

/** Mail comes in by itself. */
const refetchInterval = 10_000;

/** Everything that came back to letters, and the tray of what could not be sorted. */
export const InboundPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const columns = useColumns();
  const [search, setSearch] = usePageSearch((raw) => ({
    q: textOf(raw["q"]),
    kind: oneOf(inboundKinds, raw["kind"]),
    page: pageOf(raw["page"]),
    mail: textOf(raw["mail"]),
  }));
  const query = api.influence.inbound.list.useQuery(
    { search: search.q, kind: search.kind, page: search.page, pageSize },
    { placeholderData: keepPreviousData, refetchInterval },
  );
  const unsorted = query.data?.unsorted ?? 0;
  return (
    <>
      <PageHeader title={t("inbound.title")} lead={t("inbound.lead")} />
      {unsorted > 0 && search.kind !== "UNSORTED" && (
        <Alert color="amber" icon={<IconAlertTriangle size={18} />} mb="md" role="status">
          <Group justify="space-between" gap="sm">
            <Text size="sm" style={{ flex: "1 1 260px" }}>
              {t("inbound.unsorted", { count: unsorted })}
            </Text>
            <Button size="xs" variant="default" onClick={() => setSearch({ kind: "UNSORTED", q: "", page: 1 })}>
              {t("inbound.showUnsorted")}
            </Button>
          </Group>
        </Alert>
      )}
      <QueryTable
        label={t("inbound.title")}
        columns={columns}
        query={query}
        search={search}
        setSearch={setSearch}
        selectedKey={search.mail}
        searchLabel={t("inbound.search")}
        filters={[
          {
            id: "kind",
            label: t("inbound.kindLabel"),
            value: search.kind,
            options: (["REPLY", "BOUNCE", "AUTO_REPLY", "UNSORTED"] as const).map((value) => ({
              value,
              label: t(`influence:inbound.kinds.${value}`),
            })),
            onChange: (value) => setSearch({ kind: oneOf(inboundKinds, value), page: 1 }),
          },
        ]}
        onRow={({ id }) => setSearch({ mail: id })}
        empty={
          <EmptyState
            icon={<IconMailDown />}
            title={t("inbound.emptyTitle")}
            action={
              can("settings.edit") && (
                <Button component={Link} to="/settings" hash="inbound" variant="default">
                  {t("inbound.toSettings")}
                </Button>
              )
            }
          >
            {t("inbound.emptyText")}
          </EmptyState>
        }
      />
      <InboundDrawer id={search.mail} onClose={() => setSearch({ mail: "" })} />
    </>
  );
};

const useColumns = (): Column<InboundListItem>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    {
      id: "from",
      header: t("inbound.columns.from"),
      cell: ({ fromName, fromEmail, subject }) => (
        <div>
          <Text size="sm" fw={550} lineClamp={1}>
            {fromName ?? fromEmail ?? t("inbound.nobody")}
          </Text>
          <Text size="xs" c="dimmed" lineClamp={1}>
            {subject === "" ? t("influence:inbound.noSubject") : subject}
          </Text>
        </div>
      ),
    },
    {
      id: "kind",
      header: t("inbound.columns.kind"),
      width: 190,
      cell: ({ kind, isHandled }) => <InboundKindBadge kind={kind} isHandled={isHandled} />,
    },
    {
      id: "letter",
      header: t("inbound.columns.letter"),
      cell: ({ letter }) =>
        letter === null ? (
          <Text size="sm" c="dimmed">
            {t("inbound.noLetter")}
          </Text>
        ) : (
          <div>
            <Text size="sm">{letter.recipientName}</Text>
            <Text size="xs" c="dimmed" lineClamp={1}>
              {letter.campaignTitle}
            </Text>
          </div>
        ),
    },
    { id: "at", header: t("inbound.columns.at"), width: 215, cell: ({ receivedAt }) => formats.dateTime(receivedAt) },
  ];
};
