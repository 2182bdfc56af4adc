import { Anchor, Button, Group, Text } from "@mantine/core";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft, IconExternalLink, IconPencil } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { QueryState } from "../../../shell/QueryState";
import { CampaignActions } from "../components/CampaignActions";
import { CampaignStatusBadge } from "../components/CampaignStatusBadge";
import { LetterDesk } from "../components/LetterDesk";
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
                <CampaignStatusBadge status={campaign.status} />
                {campaign.isDemo && <DemoBadge />}
              </>
            }
            lead={campaign.targetGovernmentLevels.map((level) => t(`campaigns.levels.${level}`)).join(" · ")}
            back={
              <Anchor component={Link} to="/campaigns" size="sm" c="dimmed">
                <Group component="span" gap={4}>
                  <IconArrowLeft size={15} /> {t("campaigns.title")}
                </Group>
              </Anchor>
            }
            actions={
              <>
                {(campaign.status === "ACTIVE" || campaign.status === "PAUSED") && (
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
                {can("campaign.edit") && campaign.status !== "ARCHIVED" && (
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
          <LetterDesk campaign={campaign} />
        </>
      )}
    </QueryState>
  );
};
