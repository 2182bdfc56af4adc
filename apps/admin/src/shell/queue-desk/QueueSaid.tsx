import { Group, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";

/** The last decision, for the eye: the desk has gone on to the next one. The page's live region says it aloud. */
export const QueueSaid = ({ words }: { words: string }) =>
  words !== "" && (
    <Group gap={6} wrap="nowrap" align="flex-start" aria-hidden>
      <IconCheck size={16} color="var(--mantine-primary-color-filled)" style={{ flex: "none", marginTop: 2 }} />
      <Text size="sm">{words}</Text>
    </Group>
  );
