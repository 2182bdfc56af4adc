import { Button, Stack } from "@mantine/core";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconNotebook } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { QueryState } from "../../../shell/QueryState";
import { AddressesCard } from "../components/AddressesCard";
import { InboundCard } from "../components/InboundCard";
import { LanguagesCard } from "../components/LanguagesCard";
import { MailCard } from "../components/MailCard";
import { MapCard } from "../components/MapCard";
import { MapSourcesCard } from "../components/MapSourcesCard";
import { OfficeHoursCard } from "../components/OfficeHoursCard";
import { OrganisationCard } from "../components/OrganisationCard";
import { PublicUrlCard } from "../components/PublicUrlCard";
import { DemoCard } from "../components/DemoCard";
import { WalkSheetCard } from "../components/WalkSheetCard";
import { WorkersCard } from "../components/WorkersCard";
import { useScrollToSection } from "../hooks/useScrollToSection";

export const SettingsPage = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const canSave = can("settings.edit");
  const site = api.settings.siteSettings.get.useQuery(undefined, { refetchOnWindowFocus: false });
  const map = api.settings.mapSettings.get.useQuery(undefined, { refetchOnWindowFocus: false });
  useScrollToSection(site.data !== undefined && map.data !== undefined);
  return (
    <>
      <PageHeader
        title={t("settings.title")}
        lead={t("settings.lead")}
        actions={
          canSave && (
            <Button component={Link} to="/settings/record" variant="default" leftSection={<IconNotebook size={17} />}>
              {t("record.open")}
            </Button>
          )
        }
      />
      <Stack gap="lg" maw={760}>
        <QueryState query={site} shape="form">
          {(settings) => (
            <>
              <OrganisationCard settings={settings} canSave={canSave} />
              <LanguagesCard settings={settings} canSave={canSave} />
              <PublicUrlCard settings={settings} canSave={canSave} />
              <MailCard settings={settings} canSave={canSave} />
              <InboundCard settings={settings} canSave={canSave} />
            </>
          )}
        </QueryState>
        <QueryState query={map} shape="form" rows={3}>
          {(settings) => (
            <>
              <MapCard settings={settings} canSave={canSave} />
              <MapSourcesCard settings={settings} canSave={canSave} />
              {site.data !== undefined && <WalkSheetCard settings={settings} defaultLocale={site.data.defaultLocale} canSave={canSave} />}
            </>
          )}
        </QueryState>
        <AddressesCard />
        <OfficeHoursCard canEdit={canSave} />
        <WorkersCard canEdit={canSave} />
        {canSave && <DemoCard />}
      </Stack>
    </>
  );
};
