import { Group, Text } from "@mantine/core";
import { cutTolerance, type TurfPlanOptions } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import type { TurfLine } from "../../hooks/useTurfLines";
import classes from "./AutoCut.module.css";

type Props = { lines: readonly TurfLine[]; target: TurfPlanOptions["target"] };

const height = 100;
/** The picture is at least this many targets high, and what would stand higher than the second is cut off there. */
const heights = [1.3, 2] as const;

/** Every turf a bar, from the smallest to the largest, against the band of the target. The words beneath say the same. */
export const BalancePicture = ({ lines, target }: Props) => {
  const { t } = useTranslation();
  const sizes = lines.map(({ off, isOnTarget }) => ({ size: (target.amount + off) / target.amount, isOnTarget })).sort((a, b) => a.size - b.size); // prettier-ignore
  const [under, over] = [sizes.filter(({ size, isOnTarget }) => !isOnTarget && size < 1).length, sizes.filter(({ size, isOnTarget }) => !isOnTarget && size > 1).length]; // prettier-ignore
  const step = 1_000 / Math.max(1, sizes.length);
  const gap = sizes.length > 120 ? 0 : step * 0.22;
  const tallest = Math.min(heights[1], Math.max(heights[0], sizes.at(-1)?.size ?? 0));
  const yOf = (size: number): number => height - (Math.min(size, tallest) / tallest) * height;
  return (
    <figure className={classes.balance}>
      <svg viewBox={`0 0 1000 ${String(height)}`} preserveAspectRatio="none" aria-hidden="true">
        <rect
          className={classes.band}
          x={0}
          width={1_000}
          y={yOf(1 + cutTolerance)}
          height={yOf(1 - cutTolerance) - yOf(1 + cutTolerance)}
        />
        {sizes.map(({ size, isOnTarget }, place) => (
          <rect
            key={place}
            className={isOnTarget ? classes.even : classes.uneven}
            x={place * step + gap / 2}
            width={step - gap}
            y={yOf(size)}
            height={height - yOf(size)}
          />
        ))}
        <line className={classes.target} x1={0} x2={1_000} y1={yOf(1)} y2={yOf(1)} vectorEffect="non-scaling-stroke" />
      </svg>
      <Group component="figcaption" gap="md" mt={6}>
        <Text size="xs" c="dimmed">
          {t("autoCut.balance.even", { count: sizes.length - under - over })}
        </Text>
        {under > 0 && (
          <Text size="xs" c="dimmed">
            {t("autoCut.balance.under", { count: under })}
          </Text>
        )}
        {over > 0 && (
          <Text size="xs" c="dimmed">
            {t("autoCut.balance.over", { count: over })}
          </Text>
        )}
      </Group>
    </figure>
  );
};
