import { SimpleGrid } from "@mantine/core";
import { StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";

/** Four figures at most, each only where the account may see what it counts. */
export const QuickFacts = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const campaigns = api.influence.campaigns.list.useQuery({ status: "ACTIVE", pageSize: 200 }, { enabled: can("campaign.view") });
  const stats = api.map.locations.stats.useQuery(undefined, { enabled: can("location.view") });
  const visits = api.canvass.visits.list.useQuery({ pageSize: 1 }, { enabled: can("visit.view"), refetchInterval: 30_000 });
  const letters = campaigns.data?.items.reduce((sum, { emailCount }) => sum + emailCount, 0) ?? 0;
  const number = (value: number | undefined) => formats.number(value ?? 0);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      {can("campaign.view") && (
        <>
          <StatTile label={t("home.facts.live")} value={number(campaigns.data?.total)} isLoading={campaigns.isPending} />
          <StatTile label={t("home.facts.letters")} value={number(letters)} isLoading={campaigns.isPending} />
        </>
      )}
      {can("location.view") && (
        <StatTile
          label={t("home.facts.doors")}
          value={number(stats.data?.addresses)}
          note={t("home.facts.visited", { count: stats.data?.visited ?? 0 })}
          isLoading={stats.isPending}
        />
      )}
      {can("visit.view") && <StatTile label={t("home.facts.visits")} value={number(visits.data?.total)} isLoading={visits.isPending} />}
    </SimpleGrid>
  );
};
