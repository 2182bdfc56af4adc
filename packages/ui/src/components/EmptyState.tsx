import { Stack, Text, ThemeIcon, Title } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { icon?: ReactNode; title: string; children?: ReactNode; action?: ReactNode };

/** An empty place says what it is for and shows the first step. */
export const EmptyState = ({ icon, title, children, action }: Props) => (
  <Stack align="center" gap="xs" py={48} px="md" maw={520} mx="auto" ta="center">
    {icon !== undefined && (
      <ThemeIcon variant="light" size={52} radius="xl" mb={4} aria-hidden="true">
        {icon}
      </ThemeIcon>
    )}
    <Title order={3}>{title}</Title>
    {children !== undefined && (
      <Text c="dimmed" component="div">
        {children}
      </Text>
    )}
    {action !== undefined && <div style={{ marginTop: 12 }}>{action}</div>}
  </Stack>
);
