import { Paper, Stack, Table, Text } from "@mantine/core";
import type { DataQuality } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./DataQuality.module.css";

/** Who placed the buildings, and how often each geocoder knew an answer in the last thirty days. */
export const ProviderTable = ({ quality }: { quality: DataQuality }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const providers = [...new Set([...quality.byProvider.map(({ provider }) => provider), ...quality.asked.map(({ provider }) => provider)])];
  return (
    <Paper withBorder radius="md" p="md">
      <Stack gap="sm">
        <Text fw={600} id="geocoder-table">
          {t("quality.providers.title")}
        </Text>
        <Table.ScrollContainer minWidth={560} type="native" tabIndex={0} role="region" aria-labelledby="geocoder-table">
          <Table aria-labelledby="geocoder-table" verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("quality.providers.name")}</Table.Th>
                {(["buildings", "sureness", "asked", "found", "failed"] as const).map((column) => (
                  <Table.Th key={column} ta="right">
                    {t(`quality.providers.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody className={classes.number}>
              {providers.map((provider) => {
                const stands = quality.byProvider.find((row) => row.provider === provider);
                const asked = quality.asked.find((row) => row.provider === provider);
                return (
                  <Table.Tr key={provider ?? "none"}>
                    <Table.Td>{t(`quality.provider.${provider ?? "none"}`)}</Table.Td>
                    <Table.Td ta="right">{formats.number(stands?.buildings ?? 0)}</Table.Td>
                    <Table.Td ta="right">{stands?.averageConfidence ?? "–"}</Table.Td>
                    <Table.Td ta="right">{asked === undefined ? "–" : formats.number(asked.asked)}</Table.Td>
                    <Table.Td ta="right">
                      {asked === undefined || asked.asked === 0 ? "–" : formats.percent(asked.found / asked.asked)}
                    </Table.Td>
                    <Table.Td ta="right">{asked === undefined ? "–" : formats.number(asked.failed)}</Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Stack>
    </Paper>
  );
};
