import { Button, Group, Text } from "@mantine/core";
import { letterVariables } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";

/** What the letter fills in by itself; a click puts it at the end of the letter. */
export const LetterVariables = ({ onInsert }: { onInsert: (variable: string) => void }) => {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" c="dimmed" mb={6}>
        {t("campaigns.variablesHint")}
      </Text>
      <Group gap={6}>
        {letterVariables.map((name) => (
          <Button key={name} variant="default" size="compact-xs" fw={400} onClick={() => onInsert(`{{${name}}}`)}>
            {t(`campaigns.variables.${name}`)}
          </Button>
        ))}
      </Group>
    </div>
  );
};
