import { Alert, Button, Checkbox, Group, Select, Stack, Text, Title } from "@mantine/core";
import { mergeTurfs, moveSites, splitTurf, type TurfCutting, turfsBeside } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconAlertTriangle, IconArrowLeft, IconScissors } from "@tabler/icons-react";
import { useState } from "react";
import type { Adjusting } from "../../hooks/useAdjusting";
import type { TurfLine } from "../../hooks/useTurfLines";
import { TurfMark } from "./TurfTable";

type Props = { cutting: TurfCutting; adjusting: Adjusting; line: TurfLine; site: number | null; onClose: () => void };

/** One turf, or one building of it: what may be done so that the turfs fit the ground. */
export const TurfPanel = ({ cutting, adjusting, line, site, onClose }: Props) => {
  const { t } = useTranslation();
  const { turfOf, change } = adjusting;
  const { turf } = line;
  const [whole, setWhole] = useState(false);
  const [street, setStreet] = useState<string | null>(null);
  const beside = turfsBeside(cutting, turfOf, turf);
  const streets = streetsOf(cutting, turfOf, turf);
  const chosen = site === null ? null : (cutting.sites[site] ?? null);
  const movedStreet = chosen === null ? street : whole ? chosen.streetKey : null;
  const moved = new Set(
    turfOf.flatMap((of, index) =>
      of === turf && (movedStreet === null ? index === site : cutting.sites[index]?.streetKey === movedStreet) ? [index] : [],
    ),
  );
  const act = (next: number[]) => {
    change(next);
    onClose();
  };
  return (
    <Stack gap="md">
      <Button variant="subtle" size="compact-sm" leftSection={<IconArrowLeft size={15} />} onClick={onClose} style={{ alignSelf: "start" }}>
        {t("autoCut.close")}
      </Button>
      <Group gap="sm">
        <TurfMark line={line} />
        <Title order={2} fz={18}>
          {t("autoCut.turf", { number: turf + 1 })}
        </Title>
      </Group>
      <Text size="sm">
        {t("autoCut.doors", { count: line.doors })} · {t("autoCut.time", { minutes: line.minutes, walk: line.walkMinutes })}
      </Text>
      {line.isBroken && (
        <Alert color="amber" icon={<IconAlertTriangle />}>
          {t("autoCut.broken")}
        </Alert>
      )}
      {chosen !== null && (
        <Stack gap="xs">
          <Text fw={600}>{chosen.address}</Text>
          {!line.isFloors && chosen.streetKey !== "" && (
            <Checkbox label={t("autoCut.whole")} checked={whole} onChange={(event) => setWhole(event.currentTarget.checked)} />
          )}
        </Stack>
      )}
      {chosen === null && !line.isFloors && streets.length > 0 && (
        <Select
          label={t("autoCut.streets")}
          data={streets.map(({ key, name, doors }) => ({ value: key, label: t("autoCut.street", { street: name || t("autoCut.noStreet"), count: doors }) }))} // prettier-ignore
          value={street}
          onChange={setStreet}
          searchable
        />
      )}
      {moved.size > 0 && beside.length > 0 && (
        <Choices label={t("autoCut.move")} turfs={beside} onChoose={(to) => act(moveSites(turfOf, moved, to))} />
      )}
      {chosen === null && (
        <>
          {beside.length > 0 && (
            <Choices label={t("autoCut.merge")} turfs={beside} onChoose={(other) => act(mergeTurfs(turfOf, turf, other))} />
          )}
          <Button
            variant="default"
            leftSection={<IconScissors size={16} />}
            disabled={line.isBroken}
            onClick={() => act(splitTurf(cutting, turfOf, turf))}
          >
            {t("autoCut.split")}
          </Button>
        </>
      )}
    </Stack>
  );
};

const Choices = ({ label, turfs, onChoose }: { label: string; turfs: number[]; onChoose: (turf: number) => void }) => {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={label}>
      <Text size="sm" fw={600} mb={6}>
        {label}
      </Text>
      <Group gap="xs">
        {turfs.map((turf) => (
          <Button key={turf} size="compact-md" variant="default" onClick={() => onChoose(turf)}>
            {t("autoCut.turf", { number: turf + 1 })}
          </Button>
        ))}
      </Group>
    </div>
  );
};

const streetsOf = ({ sites }: TurfCutting, turfOf: readonly number[], turf: number) => {
  const streets = new Map<string, { key: string; name: string; doors: number }>();
  sites.forEach(({ streetKey, address, doors }, site) => {
    if (turfOf[site] !== turf) return;
    const street = streets.get(streetKey) ?? { key: streetKey, name: address.replace(/^\S*\d\S*\s+/, ""), doors: 0 };
    streets.set(streetKey, { ...street, doors: street.doors + doors });
  });
  return [...streets.values()].sort((a, b) => a.name.localeCompare(b.name));
};
