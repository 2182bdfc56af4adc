import { Badge, Button, Grid, Group, Stack, Text } from "@mantine/core";
import { areaOf, type CutDetail } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconLock } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { BackLink } from "../../../shell/BackLink";
import { QueryState } from "../../../shell/QueryState";
import { CutActions } from "../components/CutActions";
import { CutExport } from "../components/CutExport";
import { OneCutMap } from "../components/OneCutMap";
import { PublicPreview } from "../components/PublicPreview";
import { TurfFigures } from "../components/TurfFigures";
import { TurfFilterPanel } from "../components/turf-filter/TurfFilterPanel";
import { useAreaText } from "../hooks/useAreaText";

/** One turf: where it lies, how far along it is, what people said. */
export const CutPage = () => {
  const { id = "" }: { id?: string } = useParams({ strict: false });
  const query = api.map.cuts.get.useQuery({ id });
  return <QueryState query={query}>{(cut) => <Turf key={cut.id} cut={cut} />}</QueryState>;
};

const Turf = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const areaText = useAreaText();
  return (
    <>
      <PageHeader
        title={cut.name}
        badge={
          <Group gap={6}>
            <Badge color="gray">{t(`turf.categories.${cut.category}`)}</Badge>
            {cut.isOfficial && (
              <Badge color="gray" variant="outline" leftSection={<IconLock size={12} />}>
                {t("turf.official")}
              </Badge>
            )}
          </Group>
        }
        lead={[areaText(areaOf(cut.geometry)), cut.description].filter(Boolean).join(" · ")}
        back={<BackLink to="/turf">{t("turf.title")}</BackLink>}
        actions={can("cut.edit") && <CutActions cut={cut} />}
      />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 5 }}>
          <Stack gap="lg">
            <TurfFigures cut={cut} />
            <Further cut={cut} />
            <TurfFilterPanel cutId={cut.id} canEdit={can("cut.edit")} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 7 }}>
          <OneCutMap cut={cut} />
        </Grid.Col>
      </Grid>
    </>
  );
};

/** Where to look on, and what strangers see. */
const Further = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        <PublicPreview name={cut.name} doors={cut.addressCount} completionPercentage={cut.completionPercentage} isPublic={cut.isPublic} />
      </Text>
      <Group gap="sm">
        <Button component={Link} to="/doors" search={{ cut: cut.id } as never} variant="default">
          {t("turf.showDoors")}
        </Button>
        <Button component={Link} to="/visits" search={{ cut: cut.id } as never} variant="default">
          {t("turf.showVisits")}
        </Button>
        <CutExport cutId={cut.id} />
      </Group>
    </Stack>
  );
};
