import { Button, Group, Pagination } from "@mantine/core";
import { canCancelImport, type ImportRunView } from "@cml/domain/map";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconUpload, IconUserQuestion } from "@tabler/icons-react";
import { keepPreviousData } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { QueryState } from "../../../shell/QueryState";
import { pageOf, usePageSearch } from "../../../shell/usePageSearch";
import { ImportRuns } from "../components/ImportRuns";

const pageSize = 25;

/** What came in from files: each opens its summary, where it can be watched, stopped or put back. */
export const ImportListPage = () => {
  const { t } = useTranslation();
  const [{ page }, setSearch] = usePageSearch((raw) => ({ page: pageOf(raw["page"]) }));
  const isGoing = ({ status, undo }: ImportRunView) => canCancelImport(status) || (undo !== null && undo.step !== "done");
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
              <ImportRuns runs={items} />
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
