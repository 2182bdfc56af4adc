import { Button, SimpleGrid } from "@mantine/core";
import type { CampaignDetail, SendingOverview } from "@cml/domain/influence";
import { StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { useOverview } from "../hooks/useOverview";
import { Deadline } from "./Deadline";
import classes from "./Queue.module.css";

/** A campaign's letters at a glance: waiting to confirm, queued, handed over, returned, uncertain, time left, and Pause. */
export const CampaignStrip = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { can } = useSession();
  const overview = useOverview(campaign.id).data;
  const tile = (key: "unconfirmed" | "queued" | "sent" | "returned" | "uncertain", count: number | undefined, wary = false) => (
    <StatTile
      label={t(`sending.strip.${key}`)}
      value={formats.number(count ?? 0)}
      isLoading={count === undefined}
      tone={wary && (count ?? 0) > 0 ? "attention" : "plain"}
    />
  );
  return (
    <section aria-label={t("sending.strip.label")} className={`${classes.strip} ${classes.withButton}`}>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }} spacing="sm" className={classes.figures}>
        {tile("unconfirmed", overview?.unconfirmed)}
        {tile("queued", overview === undefined ? undefined : queuedOf(overview))}
        {tile("sent", overview === undefined ? undefined : (overview.byStatus.SENT ?? 0))}
        {tile("returned", overview?.returned, true)}
        {tile("uncertain", overview === undefined ? undefined : (overview.byStatus.UNCERTAIN ?? 0), true)}
        <Deadline overview={overview} />
      </SimpleGrid>
      {can("campaign.publish") && <PauseButton campaign={campaign} />}
    </section>
  );
};

const queuedOf = ({ waiting, active, delayed, held }: SendingOverview): number =>
  waiting + active + delayed + Object.values(held).reduce((sum, count) => sum + count, 0);

const PauseButton = ({ campaign: { id, status } }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const done = (key: "campaigns.paused" | "campaigns.published") => async () => {
    notifyDone(t(key));
    await cache.influence.invalidate();
  };
  const pause = api.influence.campaigns.pause.useMutation({ onSuccess: done("campaigns.paused"), onError: notifyFailed });
  const resume = api.influence.campaigns.publish.useMutation({ onSuccess: done("campaigns.published"), onError: notifyFailed });
  if (status === "ACTIVE")
    return (
      <Button
        color="amber"
        variant="light"
        onClick={() => pause.mutate({ id })}
        loading={pause.isPending}
        leftSection={<IconPlayerPause size={16} />}
      >
        {t("campaigns.pause")}
      </Button>
    );
  if (status !== "PAUSED") return null;
  return (
    <Button
      onClick={() => resume.mutate({ id, acceptMissingTranslations: true })}
      loading={resume.isPending}
      leftSection={<IconPlayerPlay size={16} />}
    >
      {t("campaigns.resume")}
    </Button>
  );
};
