import { Badge } from "@mantine/core";

/** calm: nothing to do; good: live or done; attention: waits for somebody; danger: failed or refused. */
export type StatusTone = "calm" | "good" | "attention" | "danger";

const colourOf: Record<StatusTone, string> = { calm: "gray", good: "spruce", attention: "amber", danger: "brick" };

type Props = { tone: StatusTone; children: React.ReactNode };

/** A state in one or two words; a small mark in front repeats what the colour says. */
export const StatusBadge = ({ tone, children }: Props) => (
  <Badge color={colourOf[tone]} leftSection={<Dot tone={tone} />}>
    {children}
  </Badge>
);

const Dot = ({ tone }: { tone: StatusTone }) => (
  <svg width="8" height="8" viewBox="0 0 8 8" aria-hidden="true">
    {tone === "good" && <circle cx="4" cy="4" r="3.5" fill="currentColor" />}
    {tone === "calm" && <circle cx="4" cy="4" r="2.75" fill="none" stroke="currentColor" strokeWidth="1.5" />}
    {tone === "attention" && <path d="M4 .5L7.7 7.2H.3z" fill="currentColor" />}
    {tone === "danger" && <path d="M1 1l6 6M7 1L1 7" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />}
  </svg>
);
