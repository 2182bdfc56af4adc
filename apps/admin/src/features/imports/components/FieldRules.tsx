import { Checkbox, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import type { FieldRule } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";

const rules = [
  "address", "unitNumber", "point", "municipality", "province", "postalCode", "federalDistrict", "buildingUse",
] as const satisfies readonly FieldRule[]; // prettier-ignore

const personal = ["names", "phone", "email", "language", "support", "notes"] as const satisfies readonly FieldRule[];

type Props = { ofPeople?: boolean; overwrite: readonly FieldRule[]; onChange: (overwrite: FieldRule[]) => void };

/** One tick for each field a file may overwrite although people recorded it. */
export const FieldRules = ({ ofPeople = false, overwrite, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="md" p="lg">
      <Title order={2} fz={16}>
        {t("imports.rules.title")}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {t("imports.rules.lead")}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
        {(ofPeople ? personal : rules).map((rule) => {
          const isTicked = overwrite.includes(rule);
          const name = isPersonal(rule) ? t(`peopleImport.rules.${rule}`) : t(`imports.rules.fields.${rule}`);
          return (
            <Checkbox
              key={rule}
              checked={isTicked}
              label={name}
              description={t(isTicked ? "imports.rules.overwritten" : "imports.rules.stays")}
              onChange={(event) => onChange(event.currentTarget.checked ? [...overwrite, rule] : overwrite.filter((one) => one !== rule))}
            />
          );
        })}
      </SimpleGrid>
    </Paper>
  );
};

type Personal = (typeof personal)[number];
const isPersonal = (rule: FieldRule): rule is Personal => (personal as readonly FieldRule[]).includes(rule);
