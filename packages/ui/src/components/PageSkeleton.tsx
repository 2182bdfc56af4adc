import { Group, Skeleton, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Props = { shape?: "page" | "table" | "form" | "cards"; rows?: number };

/** The shape of what comes, so that nothing jumps when it does. */
export const PageSkeleton = ({ shape = "page", rows = 8 }: Props) => {
  const { t } = useTranslation("kernel");
  return (
    <div role="status" aria-label={t("ui.loading")}>
      <Stack gap="md">
        {shape === "page" && <Skeleton height={30} width="min(280px, 70%)" />}
        {shape === "cards" ? (
          <Cards rows={rows} />
        ) : (
          Array.from({ length: rows }, (_, index) => <Line key={index} shape={shape} index={index} />)
        )}
      </Stack>
    </div>
  );
};

const Line = ({ shape, index }: { shape: string; index: number }) =>
  shape === "form" ? (
    <Stack gap={6}>
      <Skeleton height={12} width={index % 2 === 0 ? 110 : 150} />
      <Skeleton height={36} />
    </Stack>
  ) : (
    <Skeleton height={shape === "table" ? 34 : 18} width={shape === "table" ? "100%" : `${94 - ((index * 17) % 40)}%`} />
  );

const Cards = ({ rows }: { rows: number }) => (
  <Group grow preventGrowOverflow={false} gap="md">
    {Array.from({ length: rows }, (_, index) => (
      <Skeleton key={index} height={104} miw={180} radius="md" />
    ))}
  </Group>
);
