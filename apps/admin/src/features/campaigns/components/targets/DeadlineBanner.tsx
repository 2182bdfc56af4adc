import { Alert, Button, Group, Text } from "@mantine/core";
import type { CampaignDetail } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconClockExclamation } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { useSiteFormats } from "../../../../session/useSite";

/** Letters that will come too late, while there is time to do something about it. */
export const DeadlineBanner = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { can } = useSession();
  const { data: outlook } = api.influence.targets.handIn.outlook.useQuery({ campaignId: campaign.id }, { refetchInterval: 60_000 });
  if (outlook === null || outlook === undefined || outlook.missing === 0) return null;
  const { missing, waiting, deadline, cause, neededPerHour } = outlook;
  const numbers = {
    leave: formats.number(waiting - missing),
    waiting: formats.number(waiting),
    needed: formats.number(neededPerHour ?? 0),
  };
  const tab = (id: string) => ({ tab: id }) as never;
  return (
    <Alert
      color="amber"
      mb="md"
      icon={<IconClockExclamation />}
      title={t("targets.deadline.title", { count: missing, when: formats.dateTime(deadline) })}
    >
      {cause !== null && <Text size="sm">{t(`targets.deadline.cause.${cause}`, numbers)}</Text>}
      {can("campaign.edit") && (
        <Group gap="xs" mt="sm">
          {cause === "HELD" ? (
            <Button component={Link} to={`/campaigns/${campaign.id}`} search={tab("targets")} size="xs" variant="default">
              {t("targets.deadline.targets")}
            </Button>
          ) : (
            <Button component={Link} to={`/campaigns/${campaign.id}/edit`} size="xs" variant="default">
              {t("targets.deadline.raise")}
            </Button>
          )}
          <Button component={Link} to={`/campaigns/${campaign.id}`} search={tab("handIn")} size="xs" variant="default">
            {t("targets.deadline.handIn")}
          </Button>
        </Group>
      )}
    </Alert>
  );
};
