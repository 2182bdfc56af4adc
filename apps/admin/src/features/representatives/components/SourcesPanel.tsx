import { Button, Group, Paper, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import type { RepresentativesOverview } from "@cml/domain/influence";
import { StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { CacheAges } from "./CacheAges";
import { SourceCard } from "./SourceCard";

/** What is kept and how old it is, how each source does, and what was brought in from files. */
export const SourcesPanel = () => {
  const query = api.influence.representatives.overview.useQuery(undefined, { refetchInterval: 30_000 });
  return (
    <QueryState query={query} shape="cards">
      {(overview) => (
        <Stack gap="xl">
          <Health overview={overview} />
          <Kept overview={overview} />
          <Local overview={overview} />
        </Stack>
      )}
    </QueryState>
  );
};

const Health = ({ overview: { health, sources } }: { overview: RepresentativesOverview }) => {
  const { t } = useTranslation();
  const shown = [...sources, "nominatim"] as const;
  return (
    <section>
      <Title order={2} fz={18} mb="sm">
        {t("representatives.sources.title")}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {shown.map((id, place) => (
          <SourceCard key={id} id={id} place={id === "nominatim" ? null : place + 1} health={health.find((one) => one.id === id) ?? null} />
        ))}
      </SimpleGrid>
    </section>
  );
};

const Kept = ({ overview: { cache } }: { overview: RepresentativesOverview }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const utils = api.useUtils();
  const [asks, setAsks] = useState(false);
  const clear = api.influence.representatives.clearCache.useMutation({
    onSuccess: async ({ cleared }) => {
      setAsks(false);
      notifyDone(t("representatives.cache.cleared", { count: cleared }));
      await utils.influence.representatives.invalidate();
    },
    onError: notifyFailed,
  });
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2} fz={18}>
          {t("representatives.cache.title")}
        </Title>
        {can("representative.edit") && cache.postalCodes > 0 && (
          <Button variant="default" size="xs" onClick={() => setAsks(true)}>
            {t("representatives.cache.clear")}
          </Button>
        )}
      </Group>
      <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm" mb="md">
        <StatTile label={t("representatives.cache.codes")} value={formats.number(cache.postalCodes)} />
        <StatTile label={t("representatives.cache.people")} value={formats.number(cache.representatives)} />
        <StatTile label={t("representatives.cache.withoutEmail")} value={formats.number(cache.withoutEmail)} />
        <StatTile label={t("representatives.cache.unknown")} value={formats.number(cache.unknownPostalCodes)} />
      </SimpleGrid>
      <CacheAges cache={cache} />
      <ConfirmModal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t("representatives.cache.clear")}
        text={t("representatives.cache.clearText")}
        action={t("representatives.cache.clear")}
        isPending={clear.isPending}
        onConfirm={() => clear.mutate({ postalCode: null })}
      />
    </section>
  );
};

const Local = ({ overview: { councils, boundarySets } }: { overview: RepresentativesOverview }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <section>
      <Title order={2} fz={18} mb={2}>
        {t("representatives.local.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm" maw={640}>
        {t("representatives.local.lead")}
      </Text>
      {(councils.length > 0 || boundarySets.length > 0) && (
        <Paper
          withBorder
          radius="md"
          style={{ overflowX: "auto" }}
          tabIndex={0}
          role="region"
          aria-label={t("representatives.local.title")}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("representatives.local.name")}</Table.Th>
                <Table.Th>{t("representatives.local.holds")}</Table.Th>
                <Table.Th>{t("representatives.local.from")}</Table.Th>
                <Table.Th>{t("representatives.local.read")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {boundarySets.map(({ set, districts }) => (
                <Table.Tr key={set}>
                  <Table.Td>{set}</Table.Td>
                  <Table.Td>{t("representatives.local.districts", { count: districts })}</Table.Td>
                  <Table.Td>{t("representatives.from.LOCAL")}</Table.Td>
                  <Table.Td>–</Table.Td>
                </Table.Tr>
              ))}
              {councils.map((one) => (
                <Table.Tr key={`${one.source} ${one.setSlug} ${one.setName}`}>
                  <Table.Td>{one.setName}</Table.Td>
                  <Table.Td>{t("representatives.local.members", { count: one.members })}</Table.Td>
                  <Table.Td>{t(`representatives.from.${one.source}`)}</Table.Td>
                  <Table.Td>{formats.dateTime(one.fetchedAt)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
    </section>
  );
};
