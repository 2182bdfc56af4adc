import { Paper, Table, Text, Title } from "@mantine/core";
import type { ImportPreview } from "@cml/domain/map";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { boundsOf, MapView } from "@cml/ui/map";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import classes from "./Import.module.css";

/** The first rows as they would land, in words and on a small map. */
export const SampleRows = ({ preview }: { preview: ImportPreview }) => {
  const { t } = useTranslation();
  const points = useMemo<FeatureCollection>(
    () => ({
      type: "FeatureCollection",
      features: preview.rows.flatMap(({ row, place }) =>
        place === null
          ? []
          : [
              {
                type: "Feature",
                properties: { id: String(row) },
                geometry: { type: "Point", coordinates: [place.longitude, place.latitude] },
              },
            ],
      ),
    }),
    [preview.rows],
  );
  const hasMap = points.features.length > 0;
  return (
    <Paper withBorder radius="md" p="lg">
      <Title order={2} fz={16} mb="sm">
        {t("imports.sample")}
      </Title>
      <div className={classes.sample} data-map={hasMap || undefined}>
        <div className={classes.rows} tabIndex={0} role="region" aria-label={t("imports.sample")}>
          <Table verticalSpacing={6} fz="sm" stickyHeader>
            <Table.Tbody>
              {preview.rows.map(({ row, label, detail, rejected }) => (
                <Table.Tr key={row}>
                  <Table.Td w={76} c="dimmed" className="cml-tabular">
                    {t("imports.row", { row })}
                  </Table.Td>
                  <Table.Td>
                    {label}
                    <Text size="xs" c="dimmed">
                      {detail}
                    </Text>
                  </Table.Td>
                  <Table.Td ta="right">
                    {rejected !== null && <StatusBadge tone="danger">{t(`imports.reasons.${rejected}`)}</StatusBadge>}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
        {hasMap && <MapView label={t("imports.sampleMap")} points={points} bounds={boundsOf(points)} height={380} />}
      </div>
    </Paper>
  );
};
