import { Group, Progress, Stack, Text } from "@mantine/core";
import type { RepresentativeCache } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";

const parts = ["today", "week", "month", "older"] as const;
const colourOf: Record<(typeof parts)[number], string> = { today: "spruce.7", week: "spruce.4", month: "amber.5", older: "brick.6" };

/** How old the kept answers are, as shares of one bar and in figures. */
export const CacheAges = ({ cache: { byAge, postalCodes, oldest } }: { cache: RepresentativeCache }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (postalCodes === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("representatives.cache.empty")}
      </Text>
    );
  return (
    <Stack gap="xs">
      <Progress.Root
        size={14}
        radius="sm"
        role="img"
        aria-label={parts.map((part) => t(`representatives.ages.${part}`, { count: byAge[part] })).join(", ")}
      >
        {parts.map((part) => (
          <Progress.Section
            key={part}
            value={(100 * byAge[part]) / postalCodes}
            color={colourOf[part]}
            aria-hidden="true"
            withAria={false}
          />
        ))}
      </Progress.Root>
      <Group gap="4px 20px">
        {parts.map((part) => (
          <Group key={part} gap={6}>
            <span
              aria-hidden="true"
              style={{ width: 10, height: 10, borderRadius: 3, background: `var(--mantine-color-${colourOf[part].replace(".", "-")})` }}
            />
            <Text size="sm">{t(`representatives.ages.${part}`, { count: byAge[part] })}</Text>
          </Group>
        ))}
      </Group>
      <Text size="sm" c="dimmed">
        {t("representatives.cache.hint")} {oldest !== null && t("representatives.cache.oldest", { when: formats.dateTime(oldest) })}
      </Text>
    </Stack>
  );
};
