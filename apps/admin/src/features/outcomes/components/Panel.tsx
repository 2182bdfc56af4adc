import { Group, Paper, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** One question and its numbers. */
export const Panel = ({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) => (
  <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }} component="section">
    <Group justify="space-between" mb="md" gap="sm">
      <Title order={2} fz="md">
        {title}
      </Title>
      {actions}
    </Group>
    {children}
  </Paper>
);
