import { Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { title: string; lead?: string; actions?: ReactNode; children: ReactNode };

/** One part of a tab: what it is for, its verbs, and its content. */
export const Section = ({ title, lead, actions, children }: Props) => (
  <Paper component="section" withBorder p={{ base: "md", sm: "lg" }} radius="md">
    <Stack gap="md">
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: "1 1 260px" }}>
          <Title order={2} size="h4">
            {title}
          </Title>
          {lead !== undefined && (
            <Text size="sm" c="dimmed" mt={4} maw={640}>
              {lead}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  </Paper>
);
