import { Alert, Badge, Button, Group, Paper, SegmentedControl, Stack, Text } from "@mantine/core";
import type { CampaignDetail, Sample } from "@cml/domain/influence";
import { formatPostalCode, type Locale } from "@cml/domain/kernel";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft, IconArrowRight, IconMailForward } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { QueryState } from "../../../../shell/QueryState";
import { Section } from "./Section";

/** What invented supporters would send, page by page, and a test to oneself. */
export const SamplesTab = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [locale, setLocale] = useState<Locale>(useLocale());
  const query = api.influence.targets.samples.draw.useQuery({ campaignId: campaign.id, locale }, { refetchOnWindowFocus: false });
  const test = api.influence.targets.samples.testToMe.useMutation({
    onSuccess: ({ sentTo }) => notifyDone(t("targets.samples.sent", { address: sentTo })),
    onError: notifyFailed,
  });
  return (
    <Section
      title={t("campaignWork.tabs.samples")}
      lead={t("targets.samples.lead")}
      actions={
        can("campaign.edit") && (
          <Button
            leftSection={<IconMailForward size={16} />}
            loading={test.isPending}
            onClick={() => test.mutate({ campaignId: campaign.id, locale })}
            title={t("targets.samples.testHint")}
          >
            {t("targets.samples.test")}
          </Button>
        )
      }
    >
      <Group>
        <SegmentedControl
          value={locale}
          onChange={(value) => setLocale(value === "fr" ? "fr" : "en")}
          data={(["en", "fr"] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
          aria-label={t("targets.samples.language")}
        />
      </Group>
      <QueryState query={query} shape="cards" rows={2}>
        {(samples) => <Pages samples={samples} />}
      </QueryState>
    </Section>
  );
};

const Pages = ({ samples }: { samples: Sample[] }) => {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const sample = samples[at];
  if (sample === undefined) return null;
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap">
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          leftSection={<IconArrowLeft size={16} />}
          disabled={at === 0}
          onClick={() => setAt(at - 1)}
        >
          {t("targets.samples.previous")}
        </Button>
        <Text size="sm" c="dimmed" ta="center" aria-live="polite">
          {t("targets.samples.person", { number: at + 1 })}
        </Text>
        <Button
          variant="default"
          style={{ flexShrink: 0 }}
          rightSection={<IconArrowRight size={16} />}
          disabled={at === samples.length - 1}
          onClick={() => setAt(at + 1)}
        >
          {t("targets.samples.next")}
        </Button>
      </Group>
      <SamplePage sample={sample} />
    </Stack>
  );
};

const SamplePage = ({ sample }: { sample: Sample }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{sample.name}</Text>
        <Text size="sm" c="dimmed">
          {[sample.place, formatPostalCode(sample.postalCode)].filter((part) => part !== "").join(" · ")}
        </Text>
      </div>
      {sample.chooses.length > 0 && (
        <Alert color="amber" p="sm">
          {t("targets.samples.chooses", { levels: sample.chooses.map((level) => t(`campaigns.levels.${level}`)).join(", ") })}
        </Alert>
      )}
      {sample.problem !== null && (
        <Alert color="gray" p="sm">
          {t(`targets.samples.problem.${sample.problem}`)}
        </Alert>
      )}
      {sample.letters.map((letter) => (
        <Paper component="article" key={`${letter.recipientName}-${letter.recipientTitle}`} withBorder p="md" radius="md">
          <Group justify="space-between" gap="xs" mb="sm">
            <div>
              <Text size="sm" fw={600}>
                {letter.recipientName}
              </Text>
              <Text size="sm" c="dimmed">
                {letter.hasEmail
                  ? letter.recipientTitle
                  : [letter.recipientTitle, t("targets.samples.noEmail")].filter(Boolean).join(" · ")}
              </Text>
            </div>
            <Group gap={6}>
              <Badge color="gray">{t(`targets.samples.writtenIn.${letter.locale}`)}</Badge>
              <Badge color={letter.versionName === null ? "gray" : "spruce"}>{letter.versionName ?? t("targets.samples.own")}</Badge>
            </Group>
          </Group>
          <div lang={letter.locale}>
            <Text size="sm" fw={600} mb="xs">
              {letter.subject}
            </Text>
            <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {letter.message}
            </Text>
          </div>
        </Paper>
      ))}
      {sample.more > 0 && (
        <Text size="sm" c="dimmed">
          {t("targets.samples.more", { count: sample.more })}
        </Text>
      )}
    </Stack>
  );
};
