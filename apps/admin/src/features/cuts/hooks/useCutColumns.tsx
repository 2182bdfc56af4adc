import { Progress, Text } from "@mantine/core";
import { contactRate, type Cut, type CutFigures } from "@cml/domain/map";
import type { Column } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import { SupportSplit } from "../components/SupportSplit";

/** Columns of the list of turf; figures come a moment after the rows. */
export const useCutColumns = (figures: ReadonlyMap<string, CutFigures>): Column<Cut>[] => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return [
    {
      id: "name",
      header: t("turf.columns.name"),
      sortable: true,
      cell: ({ name, category }) => (
        <>
          <Text size="sm" fw={550}>
            {name}
          </Text>
          <Text size="xs" c="dimmed">
            {t(`turf.categories.${category}`)}
          </Text>
        </>
      ),
    },
    {
      id: "doors",
      header: t("turf.columns.doors"),
      align: "right",
      width: 78,
      sortable: true,
      cell: ({ addressCount }) => formats.number(addressCount),
    },
    {
      id: "done",
      header: t("turf.columns.done"),
      width: 122,
      sortable: true,
      cell: ({ completionPercentage, visitedCount, addressCount }) => (
        <div style={{ minWidth: 98 }}>
          <Text size="xs" c="dimmed">
            {t("turf.visitedOf", { visited: formats.number(visitedCount), total: formats.number(addressCount) })}
          </Text>
          <Progress value={completionPercentage} size={5} mt={3} aria-label={t("turf.columns.done")} />
        </div>
      ),
    },
    {
      id: "rate",
      header: t("turf.columns.rate"),
      align: "right",
      width: 84,
      hideOnPhone: true,
      cell: ({ id }) => {
        const known = figures.get(id);
        const rate = known === undefined ? null : contactRate(known);
        return rate === null ? <Text c="dimmed">–</Text> : formats.percent(rate);
      },
    },
    {
      id: "support",
      header: t("turf.columns.support"),
      width: 130,
      cell: ({ id }) => <SupportSplit support={figures.get(id)?.support ?? []} />,
    },
    {
      id: "signs",
      header: t("turf.columns.signs"),
      align: "right",
      width: 66,
      hideOnPhone: true,
      cell: ({ id }) => {
        const signs = figures.get(id)?.signs ?? 0;
        return signs === 0 ? <Text c="dimmed">–</Text> : formats.number(signs);
      },
    },
    {
      id: "canvassed",
      header: t("turf.columns.canvassed"),
      width: 108,
      sortable: true,
      hideOnPhone: true,
      cell: ({ lastCanvassed }) => (lastCanvassed === null ? <Text c="dimmed">{t("turf.never")}</Text> : formats.date(lastCanvassed)),
    },
  ];
};
