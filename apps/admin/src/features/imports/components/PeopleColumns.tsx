import { Paper, Select, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { type ImportPreview, peoplePresets, type PersonColumn, type PersonMapping } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { ColumnSelect } from "./ColumnSelect";

/** Every column a list may have, as people look for them. */
const groups = {
  who: ["externalId", "firstName", "lastName", "fullName", "phone", "mobile", "email", "language"],
  where: [
    "address", "addressLine2", "unitNumber", "municipality", "province", "postalCode",
    "civicNumber", "civicSuffix", "streetPrefix", "streetName", "streetType", "streetDirection",
  ],
  more: ["support", "sign", "doNotContact", "notes"],
} as const satisfies Record<string, readonly PersonColumn[]>; // prettier-ignore

type People = NonNullable<ImportPreview["people"]>;
type Props = {
  headers: string[];
  people: People;
  onPreset: (preset: People["preset"]) => void;
  onMapping: (mapping: PersonMapping) => void;
};

/** Whose export a list is, and which column holds what: a guess from the headings, to be put right. */
export const PeopleColumns = ({ headers, people: { preset, detected, mapping }, onPreset, onMapping }: Props) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="md" p="lg">
      <Stack gap="lg">
        <div>
          <Select
            maw={360}
            label={t("peopleImport.preset")}
            data={peoplePresets.map((value) => ({ value, label: t(`peopleImport.presets.${value}`) }))}
            value={preset}
            allowDeselect={false}
            onChange={(next) => next !== null && onPreset(next)}
          />
          <Text size="xs" c="dimmed" mt={6}>
            {preset === detected ? t("peopleImport.detected") : t("peopleImport.chosen", { preset: t(`peopleImport.presets.${detected}`) })}{" "}
            {t(`peopleImport.steps.${preset}`)}
          </Text>
        </div>
        <Text size="sm" c="dimmed">
          {t("imports.columnsLead")}
        </Text>
        {(["who", "where", "more"] as const).map((group) => (
          <section key={group} aria-labelledby={`people-${group}`}>
            <Title order={2} fz={15} mb="xs" id={`people-${group}`}>
              {t(`peopleImport.groups.${group}`)}
            </Title>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3, lg: 4 }} spacing="sm">
              {groups[group].map((field) => (
                <ColumnSelect
                  key={field}
                  field={field}
                  label={t(`peopleImport.fields.${field}`)}
                  headers={headers}
                  mapping={mapping}
                  onMapping={onMapping}
                />
              ))}
            </SimpleGrid>
          </section>
        ))}
      </Stack>
    </Paper>
  );
};
