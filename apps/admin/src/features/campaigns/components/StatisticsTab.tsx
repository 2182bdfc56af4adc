import { Anchor, Button, Group, Paper, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { CampaignDetail, CampaignStatistics } from "@cml/domain/influence";
import { EmptyState, StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconChartBar, IconDownload } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import { type CountRow, CountTable } from "./CountTable";
import { DayChart } from "./DayChart";
import { LettersAndCalls } from "./LettersAndCalls";
import { OfficesPanel } from "./OfficesPanel";

/** The campaign in numbers, each figure beside its share, and every letter as a file. */
export const StatisticsTab = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const query = api.influence.campaigns.statistics.useQuery({ id: campaign.id }, { staleTime: 15_000 });
  return (
    <QueryState query={query} shape="cards">
      {(statistics) =>
        statistics.letters + statistics.calls.total + statistics.unfinished === 0 ? (
          <EmptyState icon={<IconChartBar />} title={t("campaignWork.statistics.emptyTitle")}>
            {t("campaignWork.statistics.emptyText")}
          </EmptyState>
        ) : (
          <Numbers campaign={campaign} statistics={statistics} />
        )
      }
    </QueryState>
  );
};

const Numbers = ({ campaign, statistics }: { campaign: CampaignDetail; statistics: CampaignStatistics }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const { letters, unfinished, edited, calls } = statistics;
  const share = letters === 0 ? 0 : edited.letters / letters;
  const named = <T extends string | null>(rows: { key: T; letters: number }[], name: (key: T) => string): CountRow[] =>
    rows.map(({ key, letters: count }) => ({ name: name(key), count }));
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
        <StatTile label={t("campaignWork.statistics.letters")} value={formats.number(letters)} />
        <StatTile label={t("campaignWork.statistics.calls")} value={formats.number(calls.total)} />
        <StatTile label={t("campaignWork.statistics.edited")} value={formats.percent(share)} />
        <StatTile label={t("campaignWork.statistics.unfinished")} value={formats.number(unfinished)} />
      </SimpleGrid>
      <Group justify="space-between" align="flex-start" gap="md">
        <Text size="sm" c="dimmed" maw={640}>
          {t("campaignWork.statistics.editedHow")}{" "}
          {edited.letters === 0
            ? t("campaignWork.statistics.editedNone")
            : t("campaignWork.statistics.editedMean", { share: formats.percent(edited.meanShare) })}
        </Text>
        {can("letter.view") && (
          <Button
            component="a"
            href={`/campaigns/${campaign.id}/letters.csv`}
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            {t("campaignWork.statistics.export")}
          </Button>
        )}
      </Group>
      <Panel title={t("campaignWork.statistics.byDay")}>
        <DayChart days={statistics.byDay} />
      </Panel>
      {campaign.officeLink && (
        <Panel title={t("offices.title")}>
          <OfficesPanel campaignId={campaign.id} />
        </Panel>
      )}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Panel title={t("campaignWork.statistics.byStatus")}>
          <CountTable
            rows={named(statistics.byStatus, (key) => t(`influence:letterStatuses.${key}`))}
            total={letters}
            heading={t("campaignWork.statistics.status")}
          />
        </Panel>
        <Panel title={t("campaignWork.statistics.byMethod")}>
          <CountTable
            rows={named(statistics.byMethod, (key) => t(`campaignWork.methods.${key}`))}
            total={letters}
            heading={t("campaignWork.statistics.method")}
          />
        </Panel>
        <Panel title={t("campaignWork.statistics.byLevel")}>
          <CountTable
            rows={named(statistics.byLevel, (key) => (key === null ? t("campaignWork.statistics.noLevel") : t(`campaigns.levels.${key}`)))}
            total={letters}
            heading={t("campaignWork.statistics.level")}
          />
        </Panel>
        <Panel title={t("campaignWork.statistics.bySource")} hint={<SourceHint campaign={campaign} />}>
          <CountTable
            rows={named(statistics.bySource, (key) => key ?? t("campaignWork.statistics.noSource"))}
            total={letters}
            heading={t("campaignWork.statistics.source")}
          />
        </Panel>
      </SimpleGrid>
      {statistics.byTarget.length > 0 && (
        <Panel title={t("campaignWork.statistics.byTarget")}>
          <Targets statistics={statistics} />
        </Panel>
      )}
      {calls.byOutcome.length > 0 && (
        <Panel title={t("campaignWork.statistics.callResults")}>
          <CountTable
            rows={calls.byOutcome.map(({ outcome, calls: count }) => ({ name: t(`campaignWork.outcomes.${outcome ?? "NONE"}`), count }))}
            total={calls.byOutcome.reduce((sum, { calls: count }) => sum + count, 0)}
            heading={t("campaignWork.statistics.result")}
            counted="calls"
          />
        </Panel>
      )}
    </Stack>
  );
};

const Panel = ({ title, hint, children }: { title: string; hint?: ReactNode; children: ReactNode }) => (
  <Paper withBorder radius="md" p="lg" component="section">
    <Title order={2} fz="md" mb="sm">
      {title}
    </Title>
    {children}
    {hint}
  </Paper>
);

const SourceHint = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const address = `/c/${campaign.slug}?s=flyer`;
  return (
    <Text size="xs" c="dimmed" mt="sm">
      {t("campaignWork.statistics.sourceHint")}{" "}
      <Anchor href={address} target="_blank" inherit td="underline">
        {address}
      </Anchor>
    </Text>
  );
};

const Targets = ({ statistics: { byTarget } }: { statistics: CampaignStatistics }) => {
  const { t } = useTranslation();
  const rows = byTarget.map(({ name, title, letters, calls }) => ({
    key: `${name} ${title}`,
    name: (
      <>
        {name}{" "}
        <Text span size="sm" c="dimmed">
          {title}
        </Text>
      </>
    ),
    letters,
    calls,
  }));
  return <LettersAndCalls heading={t("campaignWork.statistics.target")} rows={rows} />;
};
