import { Group, Radio, SimpleGrid, Text } from "@mantine/core";
import type { ImportKind } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconBooks, IconHome, IconMap, IconPolygon, IconRoute, IconUsers, type TablerIcon } from "@tabler/icons-react";
import { type WizardKind, wizardKinds } from "../model/import-draft";
import classes from "./KindChoice.module.css";

const icons: Record<ImportKind, TablerIcon> = {
  addresses: IconHome,
  nar: IconBooks,
  people: IconUsers,
  cuts: IconPolygon,
  lines: IconRoute,
  basemap: IconMap,
};

/** What is in the file; what the chosen kind takes stands below. */
export const KindChoice = ({ kind, onChange }: { kind: WizardKind; onChange: (kind: WizardKind) => void }) => {
  const { t } = useTranslation();
  return (
    <Radio.Group
      label={t("imports.kind")}
      value={kind}
      onChange={(value) => onChange(wizardKinds.find((one) => one === value) ?? "addresses")}
      maw={920}
    >
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="xs" mt={8} mb={8}>
        {wizardKinds.map((value) => {
          const Icon = icons[value];
          return (
            <Radio.Card
              key={value}
              value={value}
              className={classes.card}
              aria-describedby={value === kind ? "import-kind-hint" : undefined}
            >
              <Group gap={10} wrap="nowrap">
                <Icon size={20} stroke={1.6} aria-hidden="true" className={classes.icon} />
                <Text size="sm" fw={550}>
                  {t(`imports.kinds.${value}`)}
                </Text>
              </Group>
            </Radio.Card>
          );
        })}
      </SimpleGrid>
      <Text size="sm" c="dimmed" id="import-kind-hint">
        {t(`imports.kindHints.${kind}`)}
      </Text>
    </Radio.Group>
  );
};
