import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { areaOf, type CutGeometry, type CutOverlap } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconAlertTriangle, IconTool } from "@tabler/icons-react";
import { useSiteFormats } from "../../../session/useSite";
import { useAreaText } from "../hooks/useAreaText";
import type { BoundaryDraft } from "../hooks/useBoundaryDraft";

type Props = { draft: BoundaryDraft; inside: { locations: number; addresses: number; overlaps: CutOverlap[] } | null; isCounting: boolean };

/** What the drawn boundary holds, what is wrong with it, and whose doors it shares. */
export const BoundaryState = ({ draft, inside, isCounting }: Props) => {
  const { t } = useTranslation();
  const { geometry, problem, report } = draft;
  return (
    <Stack gap="sm">
      <BoundaryFigures inside={inside} geometry={geometry} isCounting={isCounting} />
      {problem !== null && (
        <Alert color="brick" icon={<IconAlertTriangle />} title={t(`turf.draw.problems.${problem.problem}`)}>
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{t(problem.at === null ? "turf.draw.refused" : "turf.draw.refusedAt")}</Text>
            {draft.canMend && (
              <Button size="xs" variant="default" leftSection={<IconTool size={16} />} onClick={draft.mend}>
                {t("turf.draw.mend")}
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      {report !== null && (
        <Alert color="spruce" icon={<IconTool />} title={t("turf.draw.mended")}>
          <Text size="sm">
            {t("turf.draw.mendedParts", { count: report.partsAfter })}{" "}
            {report.closedRings > 0 && t("turf.draw.mendedClosed", { count: report.closedRings })} {t("turf.draw.mendedLook")}
          </Text>
        </Alert>
      )}
      <Overlaps overlaps={inside?.overlaps ?? []} />
    </Stack>
  );
};

type FiguresProps = { inside: { locations: number; addresses: number } | null; geometry: CutGeometry | null; isCounting?: boolean };

/** How many doors and buildings a boundary holds, on how much ground. */
export const BoundaryFigures = ({ inside, geometry, isCounting = false }: FiguresProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const areaText = useAreaText();
  return (
    <Group gap="xl" align="flex-start" wrap="nowrap" aria-live="polite" aria-busy={isCounting}>
      <Figure label={t("turf.columns.doors")} value={inside === null ? "–" : formats.number(inside.addresses)} isOld={isCounting} />
      <Figure label={t("turf.buildings")} value={inside === null ? "–" : formats.number(inside.locations)} isOld={isCounting} />
      <Figure label={t("turf.area")} value={geometry === null ? "–" : areaText(areaOf(geometry))} />
    </Group>
  );
};

/** Drawn turf that has some of the same doors. */
export const Overlaps = ({ overlaps }: { overlaps: readonly CutOverlap[] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (overlaps.length === 0) return null;
  return (
    <div>
      <Text size="sm" fw={600}>
        {t("turf.overlaps")}
      </Text>
      <Stack gap={2} mt={4}>
        {overlaps.map(({ id, name, addresses }) => (
          <Group key={id} justify="space-between" wrap="nowrap">
            <Text size="sm" truncate>
              {name}
            </Text>
            <Text size="sm" c="dimmed" className="cml-tabular" style={{ flex: "none" }}>
              {t("turf.doorsInBoth", { count: addresses, shown: formats.number(addresses) })}
            </Text>
          </Group>
        ))}
      </Stack>
    </div>
  );
};

/** `isOld`: another figure is on its way. */
const Figure = ({ label, value, isOld = false }: { label: string; value: string; isOld?: boolean }) => (
  <div>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text fz={22} fw={600} lh={1.2} c={isOld ? "dimmed" : undefined} className="cml-tabular">
      {value}
    </Text>
  </div>
);
