import { Anchor, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { title: ReactNode; lead?: ReactNode; back?: ReactNode; badge?: ReactNode; actions?: ReactNode };

/** Title, one line of what this place is for, and the page's one primary action. */
export const PageHeader = ({ title, lead, back, badge, actions }: Props) => (
  <Stack gap={4} mb="lg">
    {back !== undefined && (
      <Anchor component="div" size="sm" c="dimmed">
        {back}
      </Anchor>
    )}
    <Group justify="space-between" align="flex-start" gap="md">
      <Stack gap={4} style={{ flex: "1 1 320px", minWidth: 0 }}>
        <Group gap="sm">
          <Title order={1}>{title}</Title>
          {badge}
        </Group>
        {lead !== undefined && (
          <Text c="dimmed" maw={680} size="sm">
            {lead}
          </Text>
        )}
      </Stack>
      {actions !== undefined && <Group gap="sm">{actions}</Group>}
    </Group>
  </Stack>
);
