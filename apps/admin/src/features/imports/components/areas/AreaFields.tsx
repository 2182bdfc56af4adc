import { Alert, Paper, Select, SimpleGrid, Switch, Text, Title } from "@mantine/core";
import { type AreaReading, type AreaReview, type CutCategory, pointReadings } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconMapQuestion } from "@tabler/icons-react";

const fields = ["name", "externalId", "color", "category"] as const;

type Props = { review: AreaReview; areas: AreaReading; category: CutCategory; onChange: (areas: AreaReading) => void };

/** Which field of the file is what, and whether its slips are mended. */
export const AreaFields = ({ review: { headers, found }, areas, category, onChange }: Props) => {
  const { t } = useTranslation();
  const placeholderOf = (field: (typeof fields)[number]): string => {
    if (field === "category") return t("areaReview.noneOr", { category: t(`turf.categories.${category}`) });
    const guess = field === "color" ? null : found[field];
    return guess === null ? t("areaReview.none") : t("areaReview.found", { field: guess });
  };
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }}>
      <Title order={2} fz={16}>
        {t("areaReview.fields")}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t("areaReview.fieldsLead")}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="sm">
        {fields.map((field) => (
          <Select
            key={field}
            label={t(`areaReview.${field}`)}
            placeholder={placeholderOf(field)}
            data={headers}
            value={areas[field]}
            clearable
            searchable={headers.length > 12}
            onChange={(value) => onChange({ ...areas, [field]: value })}
          />
        ))}
      </SimpleGrid>
      <Switch
        mt="md"
        label={t("areaReview.mendAll")}
        description={t("areaReview.mendAllHint")}
        checked={areas.mend}
        onChange={(event) => onChange({ ...areas, mend: event.currentTarget.checked })}
      />
      {areas.projection !== null && <ProjectionChoice areas={areas} onChange={onChange} />}
    </Paper>
  );
};

/** How the numbers of a shapefile are meant that does not say it. */
export const ProjectionQuestion = (props: Pick<Props, "areas" | "onChange">) => {
  const { t } = useTranslation();
  return (
    <Alert color="amber" icon={<IconMapQuestion />} title={t("areaReview.projectionTitle")} maw={720}>
      <Text size="sm" mb="sm">
        {t("areaReview.projectionText")}
      </Text>
      <ProjectionChoice {...props} />
    </Alert>
  );
};

const ProjectionChoice = ({ areas, onChange }: Pick<Props, "areas" | "onChange">) => {
  const { t } = useTranslation();
  return (
    <Select
      maw={360}
      mt="sm"
      label={t("areaReview.projection")}
      data={pointReadings.map((value) => ({ value, label: t(`areaReview.projections.${value}`) }))}
      value={areas.projection}
      onChange={(value) => onChange({ ...areas, projection: pointReadings.find((one) => one === value) ?? areas.projection })}
    />
  );
};
