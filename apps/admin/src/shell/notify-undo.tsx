import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";

type Undo = { message: string; label: string; onUndo: () => void };

/** Says what was done, with the way back beside it. */
export const notifyUndo = ({ message, label, onUndo }: Undo): void => {
  const id = notifications.show({
    color: "spruce",
    autoClose: 12_000,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            notifications.hide(id);
            onUndo();
          }}
        >
          {label}
        </Button>
      </Group>
    ),
  });
};
