import { Badge, Button, Drawer, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { CutDetail } from "@cml/domain/map";
import { StatTile, SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";

/** One turf: how many doors, how far along, what people said. */
export const CutDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const query = api.map.cuts.get.useQuery({ id }, { enabled: id !== "" });
  return (
    <Drawer opened={id !== ""} onClose={onClose} title={t("turf.one")}>
      {id !== "" && <QueryState query={query}>{(cut) => <Turf cut={cut} />}</QueryState>}
    </Drawer>
  );
};

const Turf = ({ cut }: { cut: CutDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const stats = api.map.cuts.statistics.useQuery({ id: cut.id });
  const number = (value: number | undefined) => formats.number(value ?? 0);
  const support = stats.data?.bySupport;
  return (
    <Stack gap="lg">
      <div>
        <Group gap="sm">
          <Title order={2} fz={22}>
            {cut.name}
          </Title>
          <Badge color="gray">{t(`turf.categories.${cut.category}`)}</Badge>
        </Group>
        {cut.description !== null && <Text size="sm">{cut.description}</Text>}
      </div>
      <SimpleGrid cols={2} spacing="sm">
        <StatTile label={t("turf.columns.doors")} value={number(stats.data?.addresses)} isLoading={stats.isPending} />
        <StatTile
          label={t("turf.visited")}
          value={number(stats.data?.visited)}
          note={formats.percent((stats.data?.completionPercentage ?? 0) / 100)}
          isLoading={stats.isPending}
        />
      </SimpleGrid>
      {support !== undefined && (
        <div>
          <Text size="sm" fw={600} mb={6}>
            {t("turf.support")}
          </Text>
          <Stack gap={4}>
            {([1, 2, 3, 4] as const).map((level) => (
              <Group key={level} justify="space-between">
                <Text size="sm" component="span">
                  <SupportMark level={level} withLabel />
                </Text>
                <Text size="sm" className="cml-tabular">
                  {number(support[`LEVEL_${level}`])}
                </Text>
              </Group>
            ))}
          </Stack>
        </div>
      )}
      <Group gap="sm">
        <Button component={Link} to="/doors" search={{ cut: cut.id } as never} variant="default">
          {t("turf.showDoors")}
        </Button>
        <Button component={Link} to="/visits" search={{ cut: cut.id } as never} variant="subtle">
          {t("turf.showVisits")}
        </Button>
      </Group>
    </Stack>
  );
};
