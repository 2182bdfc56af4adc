import { Group, Text } from "@mantine/core";
import { SupportMark } from "@cml/ui";
import { useSiteFormats } from "../../../session/useSite";

const levels = [1, 2, 3, 4] as const;

/** How many said what, each count with its mark; a dash before anybody was asked. */
export const SupportSplit = ({ support }: { support: readonly number[] }) => {
  const formats = useSiteFormats();
  if (support.every((count) => count === 0)) return <Text c="dimmed">–</Text>;
  return (
    <Group gap={10} wrap="nowrap">
      {levels.map((level) => (
        <Group key={level} gap={4} wrap="nowrap" c={support[level - 1] === 0 ? "dimmed" : undefined}>
          <SupportMark level={level} size={13} />
          <Text size="sm" className="cml-tabular" inherit={false}>
            {formats.number(support[level - 1] ?? 0)}
          </Text>
        </Group>
      ))}
    </Group>
  );
};
