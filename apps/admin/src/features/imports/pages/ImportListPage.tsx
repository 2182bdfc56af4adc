import { Anchor, Button, Group, Pagination, Paper, Table, Text } from "@mantine/core";
import type { ImportRunView, ImportStatus } from "@cml/domain/map";
import { EmptyState, PageHeader, StatusBadge, type StatusTone } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconUpload, IconUserQuestion } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import { pageOf, usePageSearch } from "../../../shell/usePageSearch";

const toneOf: Record<ImportStatus, StatusTone> = {
  QUEUED: "calm",
  RUNNING: "attention",
  COMPLETED: "good",
  FAILED: "danger",
  CANCELLED: "calm",
  UNDONE: "calm",
};

const pageSize = 25;

/** What came in from files: each opens its summary, where it can be watched, stopped or put back. */
export const ImportListPage = () => {
  const { t } = useTranslation();
  const [{ page }, setSearch] = usePageSearch((raw) => ({ page: pageOf(raw["page"]) }));
  const isGoing = ({ status }: ImportRunView) => status === "RUNNING" || status === "QUEUED";
  const query = api.map.imports.list.useQuery(
    { page, pageSize },
    { placeholderData: keepPreviousData, refetchInterval: ({ state }) => (state.data?.items.some(isGoing) === true ? 2_000 : false) },
  );
  const begin = (
    <Button component={Link} to="/imports/new" leftSection={<IconUpload size={17} />}>
      {t("imports.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("imports.listTitle")}
        lead={t("imports.listLead")}
        actions={
          <>
            <WaitingPeople />
            {begin}
          </>
        }
      />
      <QueryState query={query} shape="table">
        {({ items, total }) =>
          total === 0 ? (
            <EmptyState icon={<IconUpload size={26} />} title={t("imports.none")} action={begin}>
              {t("imports.noneText")}
            </EmptyState>
          ) : (
            <>
              <Runs runs={items} />
              {total > pageSize && (
                <Group justify="center" mt="md">
                  <Pagination total={Math.ceil(total / pageSize)} value={page} onChange={(next) => setSearch({ page: next })} />
                </Group>
              )}
            </>
          )
        }
      </QueryState>
    </>
  );
};

/** The way to people no door was sure for, where somebody may go it. */
const WaitingPeople = () => {
  const { t } = useTranslation();
  const { can, canEverywhere } = useSession();
  const isAllowed = can("resident.view") && canEverywhere("location.import");
  const { data } = api.map.unmatched.list.useQuery({ limit: 1 }, { enabled: isAllowed });
  if (data === undefined || data.total === 0) return null;
  return (
    <Button component={Link} to="/imports/unmatched" variant="default" leftSection={<IconUserQuestion size={17} />}>
      {t("unmatched.toQueue", { count: data.total })}
    </Button>
  );
};

const Runs = ({ runs }: { runs: readonly ImportRunView[] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <Paper withBorder radius="md">
      <Table.ScrollContainer minWidth={860}>
        <Table verticalSpacing="sm" highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("imports.columns.file")}</Table.Th>
              <Table.Th>{t("imports.columns.state")}</Table.Th>
              <Table.Th>{t("imports.columns.when")}</Table.Th>
              <Table.Th>{t("imports.columns.who")}</Table.Th>
              {(["read", "created", "changed", "rejected"] as const).map((name) => (
                <Table.Th key={name} ta="right">
                  {t(`imports.counts.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map(({ id, fileName, kind, createdAt, startedBy, counts, status, isComparison }) => (
              <Table.Tr key={id}>
                <Table.Td>
                  <Anchor component={Link} to="/imports/new" search={{ run: id } as never} fw={550} size="sm">
                    {fileName}
                  </Anchor>
                  <Text size="xs" c="dimmed">
                    {t(`imports.kinds.${kind}`)}
                  </Text>
                </Table.Td>
                <Table.Td miw={140}>
                  <StatusBadge tone={isComparison && status === "COMPLETED" ? "calm" : toneOf[status]}>
                    {isComparison && status === "COMPLETED" ? t("imports.onlyCompared") : t(`imports.status.${status}`)}
                  </StatusBadge>
                </Table.Td>
                <Table.Td style={{ whiteSpace: "nowrap" }}>{formats.dateTime(createdAt)}</Table.Td>
                <Table.Td>{startedBy ?? t("imports.byShell")}</Table.Td>
                {(["read", "created", "changed", "rejected"] as const).map((name) => (
                  <Table.Td key={name} ta="right" className="cml-tabular">
                    {formats.number(counts[name])}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
};
