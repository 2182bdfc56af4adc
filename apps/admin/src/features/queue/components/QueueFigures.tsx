import { Badge, Box, Group, SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import { letterHolds, type SendingOverview } from "@cml/domain/influence";
import { StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { useSiteFormats } from "../../../session/useSite";
import { Deadline } from "./Deadline";
import classes from "./Queue.module.css";

type Figure = {
  key: "waiting" | "active" | "delayed" | "held" | "sent" | "failed" | "uncertain" | "returned" | "rate";
  wary?: boolean;
  status?: string;
};

const figures: Figure[] = [
  { key: "waiting", status: "QUEUED" },
  { key: "active" },
  { key: "delayed", status: "QUEUED" },
  { key: "held", wary: true, status: "QUEUED" },
  { key: "sent", status: "SENT" },
  { key: "returned", wary: true, status: "RETURNED" },
  { key: "failed", wary: true, status: "FAILED" },
  { key: "uncertain", wary: true, status: "UNCERTAIN" },
  { key: "rate" },
];

/** Where all letters are, and why some are held back; a figure leads to its letters. */
export const QueueFigures = ({ overview }: { overview: SendingOverview | undefined }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const counts = overview === undefined ? undefined : countsOf(overview);
  const tile = ({ key, wary = false }: Figure) => (
    <StatTile
      label={t(`sending.strip.${key}`)}
      value={formats.number(counts?.[key] ?? 0)}
      isLoading={counts === undefined}
      tone={wary && (counts?.[key] ?? 0) > 0 ? "attention" : "plain"}
    />
  );
  // A phone shows what there is; nought is said only where there is room.
  const isQuiet = ({ key }: Figure) => key !== "waiting" && key !== "sent" && (counts?.[key] ?? 0) === 0;
  return (
    <section aria-label={t("sending.strip.label")} className={classes.strip}>
      <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} spacing="sm" className={classes.figures}>
        {figures.map((figure) =>
          figure.status === undefined ? (
            <Box key={figure.key} visibleFrom={isQuiet(figure) ? "sm" : undefined}>
              {tile(figure)}
            </Box>
          ) : (
            <Box key={figure.key} visibleFrom={isQuiet(figure) ? "sm" : undefined}>
              <Link to="." search={{ status: figure.status }} className={classes.tile} resetScroll={false}>
                {tile(figure)}
              </Link>
            </Box>
          ),
        )}
        <Deadline overview={overview} named />
      </SimpleGrid>
      {overview !== undefined && <HeldReasons overview={overview} />}
    </section>
  );
};

const countsOf = ({
  waiting,
  active,
  delayed,
  held,
  byStatus,
  refused,
  returned,
  ratePerHour,
}: SendingOverview): Record<Figure["key"], number> => ({
  waiting,
  active,
  delayed,
  held: Object.values(held).reduce((sum, count) => sum + count, 0),
  sent: byStatus.SENT ?? 0,
  failed: refused,
  uncertain: byStatus.UNCERTAIN ?? 0,
  returned,
  rate: ratePerHour,
});

const HeldReasons = ({ overview: { held } }: { overview: SendingOverview }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const reasons = letterHolds.filter((hold) => (held[hold] ?? 0) > 0);
  if (reasons.length === 0) return null;
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed">
        {t("sending.heldTitle")}
      </Text>
      {reasons.map((hold) => (
        <UnstyledButton key={hold} component={Link} to="." search={{ held: hold } as never} resetScroll={false}>
          <Badge variant="light" color="amber" tt="none" fw={500}>
            {t("sending.heldCount", { formatted: formats.number(held[hold] ?? 0), reason: t(`influence:letterReasons.${hold}`) })}
          </Badge>
        </UnstyledButton>
      ))}
    </Group>
  );
};
