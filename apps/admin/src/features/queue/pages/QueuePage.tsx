import { Alert, Badge, Button, Tabs } from "@mantine/core";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconMail, IconMailOff, IconNotes, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { TabRow } from "../../../shell/TabRow";
import { LetterTable } from "../components/LetterTable";
import { MailLog } from "../components/MailLog";
import { ParkedList } from "../components/ParkedList";
import { QueueFigures } from "../components/QueueFigures";
import { useOverview } from "../hooks/useOverview";

/** All letters of the house, live. */
export const QueuePage = () => {
  const { t } = useTranslation();
  const { me, can } = useSession();
  const navigate = useNavigate();
  const { tab = "letters" }: { tab?: string } = useSearch({ strict: false });
  const overview = useOverview(null).data;
  const wholeHouse = me.role === "SUPER_ADMIN" || me.role === "INFLUENCE_ADMIN";
  const open = (id: string | null) =>
    void navigate({ to: ".", replace: true, resetScroll: false, search: id === "letters" ? {} : { tab: id } });
  return (
    <>
      <PageHeader
        title={t("sending.title")}
        lead={t("sending.lead")}
        actions={wholeHouse && can("letter.edit") && overview !== undefined && <PauseAll paused={overview.housePaused} />}
      />
      {overview?.housePaused === true && (
        <Alert color="amber" icon={<IconPlayerPause size={20} />} title={t("sending.pausedTitle")} mb="lg" role="status">
          {t("sending.pausedText")}
        </Alert>
      )}
      {tab === "letters" && <QueueFigures overview={overview} />}
      {wholeHouse ? (
        <Tabs value={tab} onChange={open} keepMounted={false}>
          <TabRow current={tab}>
            <Tabs.Tab value="letters" leftSection={<IconMail size={16} />}>
              {t("sending.tabs.letters")}
            </Tabs.Tab>
            <Tabs.Tab value="parked" leftSection={<IconMailOff size={16} />} rightSection={<Count of={overview?.parked ?? 0} />}>
              {t("sending.tabs.parked")}
            </Tabs.Tab>
            <Tabs.Tab value="log" leftSection={<IconNotes size={16} />}>
              {t("sending.tabs.log")}
            </Tabs.Tab>
          </TabRow>
          <Tabs.Panel value="letters">
            <LetterTable campaignId={null} />
          </Tabs.Panel>
          <Tabs.Panel value="parked">
            <ParkedList />
          </Tabs.Panel>
          <Tabs.Panel value="log">
            <MailLog />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <LetterTable campaignId={null} />
      )}
    </>
  );
};

const Count = ({ of }: { of: number }) =>
  of === 0 ? null : (
    <Badge size="sm" color="amber" variant="light">
      {of}
    </Badge>
  );

const PauseAll = ({ paused }: { paused: boolean }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const change = api.influence.sending.setPaused.useMutation({
    onSuccess: async (now) => {
      notifyDone(t(now.paused ? "sending.pausedDone" : "sending.resumedDone"));
      await cache.influence.sending.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <Button
      color={paused ? undefined : "amber"}
      variant={paused ? "filled" : "light"}
      leftSection={paused ? <IconPlayerPlay size={16} /> : <IconPlayerPause size={16} />}
      loading={change.isPending}
      onClick={() => change.mutate({ paused: !paused })}
    >
      {t(paused ? "sending.resumeAll" : "sending.pauseAll")}
    </Button>
  );
};
