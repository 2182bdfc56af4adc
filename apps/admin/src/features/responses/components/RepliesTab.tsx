import { Alert, Button, Group, SimpleGrid, Stack, Switch, Text, Title, UnstyledButton } from "@mantine/core";
import { type CampaignDetail, responseDesks } from "@cml/domain/influence";
import { StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconExternalLink, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { useDeskCounts } from "../hooks/useDeskCounts";

type Props = { campaign: CampaignDetail };

/** A wall opens with so many responses. */
const opensFrom = 3;

/** The response wall of one campaign: what waits, what stands on it, and what the campaign offers. */
export const RepliesTab = ({ campaign }: Props) => {
  const { can } = useSession();
  return (
    <Stack gap="xl">
      {can("response.moderate") && <Piles campaign={campaign} />}
      <Offers campaign={campaign} />
    </Stack>
  );
};

const Piles = ({ campaign: { id, slug, status, showResponseWall } }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { counts } = useDeskCounts({ campaignId: id, type: null });
  const missing = Math.max(0, opensFrom - (counts?.APPROVED ?? 0));
  const waits = (counts?.PENDING ?? 0) + (counts?.OFFICE_REPLY ?? 0) + (counts?.DISPUTED ?? 0);
  const isPublic = showResponseWall && status !== "DRAFT";
  return (
    <section aria-labelledby="responses">
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2} fz={18} id="responses">
          {t("responses.tab.counts")}
        </Title>
        <Group gap="sm">
          <Button
            component={Link}
            to="/responses"
            search={{ campaign: id, add: "1" } as never}
            variant="default"
            leftSection={<IconPlus size={16} />}
          >
            {t("responses.add")}
          </Button>
          {isPublic && (
            <Button
              component="a"
              href={`/c/${slug}/replies`}
              target="_blank"
              variant="default"
              rightSection={<IconExternalLink size={15} />}
            >
              {t("responses.tab.open")}
            </Button>
          )}
          {waits > 0 && (
            <Button component={Link} to="/responses" search={{ campaign: id } as never}>
              {t("responses.tab.queue")}
            </Button>
          )}
        </Group>
      </Group>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm">
        {responseDesks.map((pile) => (
          <UnstyledButton
            key={pile}
            component={Link}
            to="/responses"
            search={{ campaign: id, pile, ...(pile === "APPROVED" || pile === "REJECTED" ? { view: "list" } : {}) } as never}
            display="grid"
          >
            <StatTile
              label={t(`responses.piles.${pile}`)}
              value={formats.number(counts?.[pile] ?? 0)}
              isLoading={counts === undefined}
              tone={pile !== "APPROVED" && pile !== "REJECTED" && (counts?.[pile] ?? 0) > 0 ? "attention" : "plain"}
            />
          </UnstyledButton>
        ))}
      </SimpleGrid>
      {!showResponseWall && (
        <Alert color="amber" mt="sm">
          {t("responses.tab.off")}
        </Alert>
      )}
      {showResponseWall && counts !== undefined && missing > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t("responses.tab.gathering", { count: missing })}
        </Text>
      )}
    </section>
  );
};

const offers = ["showResponseWall", "officeLink"] as const;

/** The same switches as in the editor, here where one looks for them. */
const Offers = ({ campaign }: Props) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const cache = api.useUtils();
  const update = api.influence.campaigns.update.useMutation({
    onSuccess: async () => {
      notifyDone(t("responses.tab.saved"));
      await cache.influence.campaigns.invalidate();
    },
    onError: notifyFailed,
  });
  const isFixed = !can("campaign.edit") || campaign.status === "ARCHIVED" || update.isPending;
  return (
    <section aria-labelledby="offers">
      <Title order={2} fz={18} mb="sm" id="offers">
        {t("responses.tab.settings")}
      </Title>
      <Stack gap="md" maw={640}>
        {offers.map((flag) => (
          <Switch
            key={flag}
            label={t(`campaignWork.flags.${flag}`)}
            description={t(`campaignWork.flagHints.${flag}`)}
            disabled={isFixed}
            checked={campaign[flag]}
            onChange={(event) => update.mutate({ id: campaign.id, changes: { [flag]: event.currentTarget.checked } })}
          />
        ))}
      </Stack>
    </section>
  );
};
