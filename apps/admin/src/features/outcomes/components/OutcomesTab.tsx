import { Anchor, Button, SimpleGrid, Stack, Text } from "@mantine/core";
import { type CampaignDetail, hasEnded, type ReplyStatistics } from "@cml/domain/influence";
import { EmptyState, StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconDownload, IconMessageCircleQuestion } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import { Funnel } from "./Funnel";
import { OutcomeShares } from "./OutcomeShares";
import { Panel } from "./Panel";
import { RepliesTable } from "./RepliesTable";
import { ReplyDays } from "./ReplyDays";
import { ResultMailPanel } from "./ResultMailPanel";
import { useReplyDays } from "./useReplyDays";

/** What became of a campaign's letters: from hand-over to reply, by whom and how soon; and telling people how it ended. */
export const OutcomesTab = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const query = api.influence.replyFacts.statistics.useQuery({ campaignId: campaign.id }, { staleTime: 15_000 });
  // After the end the one thing left to do stands first.
  const isOver = hasEnded(campaign, new Date());
  return (
    <QueryState query={query} shape="cards">
      {(statistics) => (
        <Stack gap="lg">
          {isOver && <ResultMailPanel campaign={campaign} />}
          {statistics.total.handedOver === 0 ? (
            <EmptyState icon={<IconMessageCircleQuestion />} title={t("outcomes.emptyTitle")}>
              {t("outcomes.emptyText")}
            </EmptyState>
          ) : (
            <Numbers campaign={campaign} statistics={statistics} />
          )}
          {!isOver && <ResultMailPanel campaign={campaign} />}
        </Stack>
      )}
    </QueryState>
  );
};

const Numbers = ({ campaign, statistics }: { campaign: CampaignDetail; statistics: ReplyStatistics }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const days = useReplyDays();
  const { total, followUps } = statistics;
  const rate = followUps.asked === 0 ? "–" : formats.percent(followUps.answered / followUps.asked);
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <StatTile label={t("outcomes.tiles.replies")} value={formats.number(total.replies)} />
        <StatTile label={t("outcomes.tiles.medianDays")} value={days(total.medianDays)} />
        <StatTile
          label={t("outcomes.tiles.asked")}
          value={formats.number(followUps.asked)}
          note={t("outcomes.tiles.people", { count: followUps.people, number: formats.number(followUps.people) })}
        />
        <StatTile label={t("outcomes.tiles.rate")} value={rate} />
      </SimpleGrid>
      <Panel
        title={t("outcomes.fromTo")}
        actions={
          <Button
            component="a"
            href={`/campaigns/${campaign.id}/replies.csv`}
            download
            variant="default"
            size="sm"
            leftSection={<IconDownload size={16} />}
          >
            {t("outcomes.csv")}
          </Button>
        }
      >
        <Funnel total={total} />
        <Text size="sm" c="dimmed" mt="md" maw={720}>
          {t("outcomes.how")}
        </Text>
      </Panel>
      <Panel title={t("outcomes.sharesTitle")}>
        <OutcomeShares total={total} />
      </Panel>
      <Panel title={t("outcomes.byDay")}>
        <ReplyDays days={statistics.byDay} />
      </Panel>
      <Panel title={t("outcomes.byPerson")}>
        <RepliesTable heading={t("outcomes.representative")} rows={peopleRows(statistics, t)} withPosition />
        {statistics.representativeCount > statistics.representatives.length && (
          <Text size="sm" c="dimmed" mt="sm">
            {t("outcomes.moreInFile", {
              shown: formats.number(statistics.representatives.length),
              total: formats.number(statistics.representativeCount),
            })}
          </Text>
        )}
      </Panel>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Panel title={t("outcomes.byLevel")}>
          <RepliesTable
            heading={t("outcomes.level")}
            rows={statistics.byLevel.map(({ key, ...row }) => ({
              ...row,
              key: key ?? "",
              name: key === null ? t("outcomes.noLevel") : t(`campaigns.levels.${key}`),
            }))}
          />
        </Panel>
        <Panel title={t("outcomes.byParty")}>
          <RepliesTable
            heading={t("outcomes.party")}
            rows={statistics.byParty.map(({ key, ...row }) => ({ ...row, key: key ?? "", name: key ?? t("outcomes.noParty") }))}
          />
        </Panel>
      </SimpleGrid>
    </>
  );
};

const peopleRows = ({ representatives }: ReplyStatistics, t: ReturnType<typeof useTranslation>["t"]) =>
  representatives.map(({ recipientKey, name, title, partyName, position, ...row }) => ({
    ...row,
    key: recipientKey,
    position: t(`influence:replyFacts.positions.${position}`),
    name: (
      <>
        <Anchor component={Link} to="/representatives/record" search={{ who: recipientKey } as never} size="sm" fw={550}>
          {name}
        </Anchor>
        <Text size="xs" c="dimmed">
          {[title, partyName].filter((part) => part !== null && part !== "").join(" · ")}
        </Text>
      </>
    ),
  }));
