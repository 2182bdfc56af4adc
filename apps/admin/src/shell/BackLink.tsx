import { Anchor, Group } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

/** The way up from a page, above its title; on paper it is nothing. */
export const BackLink = ({ to, search, children }: { to: string; search?: Record<string, string>; children: ReactNode }) => (
  <Anchor component={Link} to={to} search={search as never} size="sm" c="dimmed" data-screen-only>
    <Group component="span" gap={4}>
      <IconArrowLeft size={15} /> {children}
    </Group>
  </Anchor>
);
