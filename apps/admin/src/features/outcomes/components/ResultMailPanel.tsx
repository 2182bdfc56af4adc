import { Alert, Button, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { CampaignDetail, ResultMail } from "@cml/domain/influence";
import { type Locale, locales } from "@cml/domain/kernel";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { IconMailForward } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import classes from "./Outcomes.module.css";
import { Panel } from "./Panel";

/** Telling everybody who asked how it ended: read it in both languages, then let it go once. */
export const ResultMailPanel = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const query = api.influence.replyFacts.resultMail.useQuery({ campaignId: campaign.id });
  return (
    <Panel title={t("outcomes.result.title")}>
      <QueryState query={query} shape="form" rows={2}>
        {(result) => <Result campaign={campaign} result={result} />}
      </QueryState>
    </Panel>
  );
};

const Result = ({ campaign, result }: { campaign: CampaignDetail; result: ResultMail }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const [opened, modal] = useDisclosure();
  const { obstacle, waiting, mailed, mailedAt, preview } = result;
  if (mailedAt !== null)
    return (
      <Text size="sm">
        {t("outcomes.result.mailed", { count: mailed, number: formats.number(mailed), when: formats.dateTime(mailedAt) })}
        {waiting > 0 && ` ${t("outcomes.result.stillGoing", { count: waiting, number: formats.number(waiting) })}`}
      </Text>
    );
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{t("outcomes.result.waiting", { count: waiting, number: formats.number(waiting) })}</Text>
      {obstacle === "NOT_ENDED" && (
        <Text size="sm" c="dimmed">
          {t("outcomes.result.notEnded")}
        </Text>
      )}
      {obstacle === "NO_OUTCOME" && waiting > 0 && (
        <Alert color="amber" w="100%">
          <Group justify="space-between" gap="sm">
            <Text size="sm" style={{ flex: "1 1 240px" }}>
              {t("outcomes.result.noOutcome")}
            </Text>
            {can("campaign.edit") && (
              <Button component={Link} to={`/campaigns/${campaign.id}/edit`} size="xs" variant="default">
                {t("outcomes.result.write")}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {preview !== null && (
        <Button variant={obstacle === null ? "filled" : "default"} leftSection={<IconMailForward size={16} />} onClick={modal.open}>
          {t(obstacle === null && can("campaign.publish") ? "outcomes.result.readAndMail" : "outcomes.result.read")}
        </Button>
      )}
      <Modal opened={opened} onClose={modal.close} title={t("outcomes.result.modalTitle")} size="lg">
        <Preview campaign={campaign} result={result} onClose={modal.close} />
      </Modal>
    </Stack>
  );
};

const Preview = ({ campaign, result, onClose }: { campaign: CampaignDetail; result: ResultMail; onClose: () => void }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const [locale, setLocale] = useState<Locale>(useLocale());
  const send = api.influence.replyFacts.mailResult.useMutation({
    onSuccess: async ({ waiting }) => {
      notifyDone(t("outcomes.result.going", { count: waiting, number: formats.number(waiting) }));
      onClose();
      await cache.influence.replyFacts.resultMail.invalidate({ campaignId: campaign.id });
    },
    onError: notifyFailed,
  });
  if (result.preview === null) return null;
  const { subject, html } = result.preview[locale];
  return (
    <Stack>
      <SegmentedControl
        aria-label={t("outcomes.result.language")}
        value={locale}
        onChange={(value) => setLocale(value === "fr" ? "fr" : "en")}
        data={locales.map((value) => ({ value, label: t(`outcomes.result.languages.${value}`) }))}
      />
      <Text size="sm">
        <Text span c="dimmed">
          {t("outcomes.result.subject")}{" "}
        </Text>
        {subject}
      </Text>
      <iframe className={classes.mail} title={subject} sandbox="" srcDoc={html} />
      {result.obstacle === null && can("campaign.publish") && (
        <Group justify="space-between" gap="sm">
          <Text size="sm" c="dimmed" style={{ flex: "1 1 220px" }}>
            {t("outcomes.result.once")}
          </Text>
          <Button loading={send.isPending} onClick={() => send.mutate({ campaignId: campaign.id })}>
            {t("outcomes.result.mail", { count: result.waiting, number: formats.number(result.waiting) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
};
