import { Group } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";

export const ViewLabel = ({ icon: Sign, text }: { icon: Icon; text: string }) => (
  <Group gap={6} wrap="nowrap" justify="center">
    <Sign size={16} aria-hidden="true" />
    {text}
  </Group>
);
