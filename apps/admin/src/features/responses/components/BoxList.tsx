import { ActionIcon, Anchor, Group, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconX } from "@tabler/icons-react";

type Row = { key: string; name: string; removeLabel: string; onOpen?: () => void; onRemove: () => void };

/** Every box by name, for those who do not point at them. */
export const BoxList = ({ title, rows }: { title: string; rows: Row[] }) => {
  const { t } = useTranslation();
  return (
    <section aria-label={title}>
      <Text size="sm" fw={550} mb={4}>
        {title} ({rows.length})
      </Text>
      {rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("responses.boxes.none")}
        </Text>
      )}
      <Group gap="xs">
        {rows.map(({ key, name, removeLabel, onOpen, onRemove }) => (
          <Group key={key} gap={4} wrap="nowrap" bd="1px solid var(--cml-line)" pl="xs" style={{ borderRadius: 6, maxWidth: "100%" }}>
            {onOpen === undefined ? (
              <Text size="sm" truncate>
                {name}
              </Text>
            ) : (
              <Anchor component="button" type="button" size="sm" onClick={onOpen}>
                {name}
              </Anchor>
            )}
            <ActionIcon size="md" aria-label={removeLabel} onClick={onRemove}>
              <IconX size={15} />
            </ActionIcon>
          </Group>
        ))}
      </Group>
    </section>
  );
};
