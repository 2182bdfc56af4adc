import { Badge, Tabs } from "@mantine/core";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import {
  IconAlertTriangle,
  IconDatabase,
  IconMapSearch,
  IconMessageCircleQuestion,
  IconPencil,
  IconPlayerPause,
} from "@tabler/icons-react";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../../../api";
import { TabRow } from "../../../shell/TabRow";
import { RecordList } from "../../outcomes";
import { AlertList } from "../components/AlertList";
import { BreakList } from "../components/BreakList";
import { HandLookUp } from "../components/HandLookUp";
import { OverrideList } from "../components/OverrideList";
import { SourcesPanel } from "../components/SourcesPanel";

/** Who represents whom: where it is known from, what staff know better, and what changed. */
export const RepresentativesPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { tab = "lookUp" }: { tab?: string } = useSearch({ strict: false });
  const unseen = api.influence.representatives.overview.useQuery().data?.unseenAlerts ?? 0;
  const open = (id: string | null) =>
    void navigate({ to: ".", replace: true, resetScroll: false, search: id === "lookUp" ? {} : { tab: id } });
  const count = unseen > 0 && (
    <Badge size="sm" color="amber" variant="light">
      {unseen}
    </Badge>
  );
  return (
    <>
      <PageHeader title={t("representatives.title")} lead={t("representatives.lead")} />
      <Tabs value={tab} onChange={open} keepMounted={false}>
        <TabRow current={tab}>
          <Tabs.Tab value="lookUp" leftSection={<IconMapSearch size={16} />}>
            {t("representatives.tabs.lookUp")}
          </Tabs.Tab>
          <Tabs.Tab value="alerts" leftSection={<IconAlertTriangle size={16} />} rightSection={count}>
            {t("representatives.tabs.alerts")}
          </Tabs.Tab>
          <Tabs.Tab value="overrides" leftSection={<IconPencil size={16} />}>
            {t("representatives.tabs.overrides")}
          </Tabs.Tab>
          <Tabs.Tab value="breaks" leftSection={<IconPlayerPause size={16} />}>
            {t("representatives.tabs.breaks")}
          </Tabs.Tab>
          <Tabs.Tab value="record" leftSection={<IconMessageCircleQuestion size={16} />}>
            {t("outcomes.records.title")}
          </Tabs.Tab>
          <Tabs.Tab value="sources" leftSection={<IconDatabase size={16} />}>
            {t("representatives.tabs.sources")}
          </Tabs.Tab>
        </TabRow>
        <Tabs.Panel value="lookUp">
          <HandLookUp />
        </Tabs.Panel>
        <Tabs.Panel value="alerts">
          <AlertList />
        </Tabs.Panel>
        <Tabs.Panel value="overrides">
          <OverrideList />
        </Tabs.Panel>
        <Tabs.Panel value="breaks">
          <BreakList />
        </Tabs.Panel>
        <Tabs.Panel value="record">
          <RecordList />
        </Tabs.Panel>
        <Tabs.Panel value="sources">
          <SourcesPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
};
