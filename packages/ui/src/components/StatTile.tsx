import { Paper, Skeleton, Text } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { label: string; value: ReactNode; note?: ReactNode; isLoading?: boolean; tone?: "plain" | "attention" };

/** One figure with its name; the figure is first to the eye, the name first to a screen reader. */
export const StatTile = ({ label, value, note, isLoading = false, tone = "plain" }: Props) => (
  <Paper
    withBorder
    radius="md"
    px="md"
    py="sm"
    style={tone === "attention" ? { borderColor: "var(--mantine-color-amber-outline)" } : undefined}
  >
    <dl style={{ margin: 0, display: "flex", flexDirection: "column-reverse" }}>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <dd style={{ margin: 0 }}>
        {isLoading ? (
          <Skeleton height={26} width={64} my={4} />
        ) : (
          <Text
            component="span"
            fz={26}
            lh={1.3}
            fw={600}
            ff="heading"
            c={tone === "attention" ? "var(--mantine-color-amber-text)" : undefined}
          >
            {value}
          </Text>
        )}
      </dd>
    </dl>
    {note !== undefined && (
      <Text size="xs" c="dimmed" mt={2}>
        {note}
      </Text>
    )}
  </Paper>
);
