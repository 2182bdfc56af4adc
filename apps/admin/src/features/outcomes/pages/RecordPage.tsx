import { Anchor, Button, SimpleGrid, Stack, Text } from "@mantine/core";
import { type ReplyRecordDetail, replyShare } from "@cml/domain/influence";
import { PageHeader, StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconDownload } from "@tabler/icons-react";
import { Link, useSearch } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { BackLink } from "../../../shell/BackLink";
import { QueryState } from "../../../shell/QueryState";
import { textOf } from "../../../shell/usePageSearch";
import { Panel } from "../components/Panel";
import { RepliesTable } from "../components/RepliesTable";
import { useReplyDays } from "../components/useReplyDays";

/** One representative over all campaigns: letters, replies, days and where she stood. */
export const RecordPage = () => {
  const { who }: { who?: unknown } = useSearch({ strict: false });
  const query = api.influence.replyFacts.record.useQuery({ recipientKey: textOf(who) });
  return <QueryState query={query}>{(record) => <Record record={record} />}</QueryState>;
};

const Record = ({ record }: { record: ReplyRecordDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const days = useReplyDays();
  const share = replyShare(record);
  return (
    <>
      <PageHeader
        title={record.name}
        lead={[record.title, record.partyName].filter((part) => part !== null && part !== "").join(" · ")}
        back={
          <BackLink to="/representatives" search={{ tab: "record" }}>
            {t("outcomes.records.title")}
          </BackLink>
        }
        actions={
          <Button
            component="a"
            href={`/representatives/replies.csv?who=${encodeURIComponent(record.recipientKey)}`}
            download
            variant="default"
            leftSection={<IconDownload size={16} />}
          >
            {t("outcomes.csv")}
          </Button>
        }
      />
      <Stack gap="lg">
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
          <StatTile
            label={t("outcomes.tiles.arrived")}
            value={formats.number(record.handedOver - record.returned)}
            note={t("outcomes.tiles.inCampaigns", { count: record.campaigns, number: formats.number(record.campaigns) })}
          />
          <StatTile label={t("outcomes.tiles.replies")} value={formats.number(record.replies)} />
          <StatTile label={t("outcomes.share")} value={share === null ? "–" : formats.percent(share)} />
          <StatTile label={t("outcomes.tiles.medianDays")} value={days(record.medianDays)} />
        </SimpleGrid>
        <Panel title={t("outcomes.records.byCampaign")}>
          <RepliesTable heading={t("outcomes.records.campaign")} rows={campaignRows(record, t)} withPosition />
        </Panel>
      </Stack>
    </>
  );
};

const campaignRows = ({ byCampaign }: ReplyRecordDetail, t: ReturnType<typeof useTranslation>["t"]) =>
  byCampaign.map(({ campaignId, campaignTitle, status, position, positionSource, ...row }) => ({
    ...row,
    key: campaignId,
    position: [t(`influence:replyFacts.positions.${position}`), positionSource].filter((part) => part !== null && part !== "").join(" – "),
    name: (
      <>
        <Anchor component={Link} to={`/campaigns/${campaignId}`} search={{ tab: "outcomes" } as never} size="sm" fw={550}>
          {campaignTitle}
        </Anchor>
        <Text size="xs" c="dimmed">
          {t(`influence:campaignStatuses.${status}`)}
        </Text>
      </>
    ),
  }));
