import { Paper, Table, Text, Title } from "@mantine/core";
import { type ImportPreview, sureConfidence } from "@cml/domain/map";
import { StatusBadge } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { boundsOf, MapView } from "@cml/ui/map";
import type { FeatureCollection } from "geojson";
import { useMemo } from "react";
import { doorTiles } from "../../../shell/door-tiles";
import { useMapGround } from "../../../shell/useMapGround";
import classes from "./Import.module.css";

type Row = ImportPreview["rows"][number];

/** The first people of a list, each with the door they would land at and how sure it is. */
export const PeopleRows = ({ rows }: { rows: readonly Row[] }) => {
  const { t } = useTranslation();
  const ground = useMapGround();
  const points = useMemo(() => pointsOf(rows), [rows]);
  const people = rows.filter(({ rejected }) => rejected === null);
  const sure = people.filter(({ match }) => match?.reason === null).length;
  const hasMap = points.features.length > 0;
  return (
    <Paper withBorder radius="md" p="lg">
      <Title order={2} fz={16}>
        {t("imports.sample")}
      </Title>
      {people.length > 0 && (
        <Text size="sm" c="dimmed" mb="sm">
          {t("peopleImport.sampleTold", { count: people.length, sure })}
        </Text>
      )}
      <div className={classes.sample} data-map={hasMap || undefined}>
        <div className={classes.rows} tabIndex={0} role="region" aria-label={t("imports.sample")}>
          <Table verticalSpacing={6} fz="sm" stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("imports.difference.row")}</Table.Th>
                <Table.Th>{t("peopleImport.person")}</Table.Th>
                <Table.Th>{t("peopleImport.door")}</Table.Th>
                <Table.Th ta="right">{t("peopleImport.sureness")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <PersonRow key={row.row} row={row} />
              ))}
            </Table.Tbody>
          </Table>
        </div>
        {hasMap && (
          <MapView
            {...ground}
            label={t("peopleImport.sampleMap")}
            doors={doorTiles}
            points={points}
            bounds={boundsOf(points)}
            height={420}
          />
        )}
      </div>
    </Paper>
  );
};

const PersonRow = ({ row: { row, label, detail, rejected, match } }: { row: Row }) => {
  const { t } = useTranslation();
  return (
    <Table.Tr>
      <Table.Td c="dimmed" className="cml-tabular">
        {row}
      </Table.Td>
      <Table.Td style={{ overflowWrap: "anywhere" }}>
        {label}
        <Text size="xs" c="dimmed">
          {detail}
        </Text>
      </Table.Td>
      <Table.Td>
        {rejected === null ? (
          (match?.address ?? t("peopleImport.noneNear"))
        ) : (
          <StatusBadge tone="danger">{t(`imports.reasons.${rejected}`)}</StatusBadge>
        )}
        {match !== null && match.reason !== null && (
          <Text size="xs" c="dimmed">
            {t("peopleImport.waits")}: {t(`unmatched.reasons.${match.reason}`)}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right" className="cml-tabular" fw={(match?.confidence ?? 0) >= sureConfidence ? 600 : 400}>
        {match?.confidence ?? "–"}
      </Table.Td>
    </Table.Tr>
  );
};

const pointsOf = (rows: readonly Row[]): FeatureCollection => ({
  type: "FeatureCollection",
  features: rows.flatMap(({ row, place, match }) =>
    place === null
      ? []
      : [
          {
            type: "Feature" as const,
            properties: { id: String(row), supportLevel: match?.reason === null ? "LEVEL_1" : "LEVEL_3" },
            geometry: { type: "Point" as const, coordinates: [place.longitude, place.latitude] },
          },
        ],
  ),
});
