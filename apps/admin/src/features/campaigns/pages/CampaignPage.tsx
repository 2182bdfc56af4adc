import { Alert, Button, List, Tabs, Text } from "@mantine/core";
import type { CampaignDetail } from "@cml/domain/influence";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconExternalLink, IconPencil } from "@tabler/icons-react";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { BackLink } from "../../../shell/BackLink";
import { QueryState } from "../../../shell/QueryState";
import { TabRow } from "../../../shell/TabRow";
import { CampaignStrip } from "../../queue";
import { CampaignActions } from "../components/CampaignActions";
import { CampaignStatusBadge } from "../components/CampaignStatusBadge";
import { campaignTabs } from "../components/campaign-tabs";
import { DeadlineBanner } from "../components/targets/DeadlineBanner";
import { DemoBadge } from "../../../shell/DemoBadge";

export const CampaignPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const { id = "" }: { id?: string } = useParams({ strict: false });
  const query = api.influence.campaigns.get.useQuery({ id });
  return (
    <QueryState query={query}>
      {(campaign) => (
        <>
          <PageHeader
            title={campaign.title}
            badge={
              <>
                <CampaignStatusBadge status={campaign.status} ended={campaign.endsAt !== null && campaign.endsAt.getTime() <= Date.now()} />
                {campaign.isDemo && <DemoBadge />}
              </>
            }
            lead={campaign.targetGovernmentLevels.map((level) => t(`campaigns.levels.${level}`)).join(" · ")}
            back={<BackLink to="/campaigns">{t("campaigns.title")}</BackLink>}
            actions={
              <>
                {campaign.status !== "DRAFT" && (
                  <Button
                    component="a"
                    href={`/c/${campaign.slug}`}
                    target="_blank"
                    variant="subtle"
                    color="gray"
                    rightSection={<IconExternalLink size={15} />}
                  >
                    {t("campaigns.openPage")}
                  </Button>
                )}
                {can("campaign.edit") && (
                  <Button component={Link} to={`/campaigns/${campaign.id}/edit`} variant="default" leftSection={<IconPencil size={16} />}>
                    {t("actions.edit")}
                  </Button>
                )}
                {can("campaign.edit") && <CampaignActions campaign={campaign} />}
              </>
            }
          />
          {campaign.missingTranslations.length > 0 && campaign.status !== "ARCHIVED" && (
            <Text size="sm" c="var(--mantine-color-amber-text)" mb="md">
              {t("campaigns.missingTranslations", {
                fields: campaign.missingTranslations.map((field) => t(`campaigns.textNames.${field}`)).join(", "),
              })}
            </Text>
          )}
          <CampaignProblems campaign={campaign} />
          {campaign.status !== "DRAFT" && <CampaignStrip campaign={campaign} />}
          <DeadlineBanner campaign={campaign} />
          <CampaignTabs campaign={campaign} />
        </>
      )}
    </QueryState>
  );
};

/** What publishing would refuse, told before anybody tries. */
const CampaignProblems = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  if (campaign.problems.length === 0 || campaign.status === "ARCHIVED") return null;
  return (
    <Alert color="amber" mb="md" title={t(campaign.status === "DRAFT" ? "campaignWork.beforePublishing" : "campaignWork.needsAttention")}>
      <List size="sm">
        {campaign.problems.map((problem) => (
          <List.Item key={problem}>{t(`campaignWork.problems.${problem}`)}</List.Item>
        ))}
      </List>
    </Alert>
  );
};

const CampaignTabs = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab }: { tab?: string } = useSearch({ strict: false });
  const [first] = campaignTabs;
  const current = campaignTabs.find(({ id }) => id === tab) ?? first;
  // Each tab has its own filters: they do not follow to another one.
  const open = (id: string | null) =>
    void navigate({ to: ".", replace: true, resetScroll: false, search: id === first?.id ? {} : { tab: id } });
  return (
    <Tabs value={current?.id ?? null} onChange={open} keepMounted={false}>
      <TabRow current={current?.id ?? null}>
        {campaignTabs.map(({ id, icon }) => (
          <Tabs.Tab key={id} value={id} leftSection={icon}>
            {t(`campaignWork.tabs.${id}`)}
          </Tabs.Tab>
        ))}
      </TabRow>
      {campaignTabs.map(({ id, panel }) => (
        <Tabs.Panel key={id} value={id}>
          {panel(campaign)}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
};
