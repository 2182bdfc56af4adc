import { Button, SegmentedControl } from "@mantine/core";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlus } from "@tabler/icons-react";
import { oneOf, usePageSearch } from "../../../shell/usePageSearch";
import { AddResponse } from "../components/AddResponse";
import { ModerationDesk } from "../components/ModerationDesk";
import { OddUpvotes } from "../components/OddUpvotes";
import { PileFilters } from "../components/PileFilters";
import { ResponseTable } from "../components/ResponseTable";
import { useDeskCounts } from "../hooks/useDeskCounts";
import { parseResponseSearch, responseViews } from "../model/response-search";

/** The moderators' desk of the response wall: one response after another, all of them in a list, or those whose upvotes look odd. */
export const ResponsesPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = usePageSearch(parseResponseSearch);
  const { pile, campaign, type, view, item } = search;
  const filter = { campaignId: campaign, type };
  const counts = useDeskCounts(filter);
  return (
    <>
      <PageHeader
        title={t("responses.title")}
        lead={t("responses.lead")}
        actions={
          <>
            <SegmentedControl
              aria-label={t("responses.view.label")}
              value={view}
              onChange={(value) => setSearch({ view: oneOf(responseViews, value) ?? "desk", item: "", page: 1 })}
              data={[
                { value: "desk", label: t("responses.view.desk") },
                { value: "list", label: t("responses.view.list") },
                { value: "upvotes", label: t("responses.view.upvotes") },
              ]}
            />
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setSearch({ add: "1" })}>
              {t("responses.add")}
            </Button>
          </>
        }
      />
      {view !== "upvotes" && <PileFilters search={search} counts={counts.counts} onChange={setSearch} />}
      {view === "upvotes" ? (
        <OddUpvotes campaignId={campaign} page={search.page} onChange={setSearch} />
      ) : view === "list" ? (
        <ResponseTable search={search} setSearch={setSearch} counts={counts} />
      ) : (
        <ModerationDesk
          // Another pile, campaign or kind is another walk.
          key={[pile, campaign, type, item].join(" ")}
          filter={{ desk: pile, ...filter }}
          startAt={item}
          counts={counts}
          isFiltered={campaign !== null || type !== null}
          onShowAll={() => setSearch({ campaign: null, type: null })}
        />
      )}
      {search.add !== "" && <AddResponse campaignId={campaign} onClose={() => setSearch({ add: "" })} />}
    </>
  );
};
