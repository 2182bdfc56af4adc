import { Alert, Button, Group, MultiSelect, Stack, Text, Title } from "@mantine/core";
import { mergeTurfs, nearestTurfs, splitTurf, type TurfCutting, turfsBeside } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconAlertTriangle, IconArrowLeft, IconScissors } from "@tabler/icons-react";
import { useState } from "react";
import type { Adjusting } from "../../hooks/useAdjusting";
import type { Picking } from "../../hooks/usePicking";
import type { TurfLine } from "../../hooks/useTurfLines";
import { TurfMark } from "./TurfTable";

type Props = { cutting: TurfCutting; adjusting: Adjusting; picking: Picking; line: TurfLine; onClose: () => void };

/** One turf: what it asks of people, and what may be done so that it fits the ground. */
export const TurfPanel = ({ cutting, adjusting, picking, line, onClose }: Props) => {
  const { t } = useTranslation();
  const { turfOf, change } = adjusting;
  const { turf } = line;
  const beside = mergeable(cutting, turfOf, turf);
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
      <div>
        <Text size="sm">
          {t("autoCut.doors", { count: line.doors })} · {t("autoCut.time", { minutes: line.minutes, walk: line.walkMinutes })}
        </Text>
        <Text size="sm" c="dimmed">
          {t("autoCut.metres", { metres: line.metresADoor })} · {t("autoCut.crossings", { count: line.crossings })}
        </Text>
      </div>
      {line.isBroken && (
        <Alert color="amber" icon={<IconAlertTriangle />}>
          {t("autoCut.broken")}
        </Alert>
      )}
      {line.isIsland && <Text size="sm">{t("autoCut.island")}</Text>}
      {line.building !== null && <Text size="sm">{t("autoCut.floorsOf", { building: line.building })}</Text>}
      {!line.isFloors && <PartChoice cutting={cutting} turfOf={turfOf} turf={turf} onPick={(sites) => picking.pick(new Set(sites))} />}
      {beside.length > 0 && (
        <div role="group" aria-label={t("autoCut.merge")}>
          <Text size="sm" fw={600} mb={6}>
            {t("autoCut.merge")}
          </Text>
          <Group gap="xs">
            {beside.map((other) => (
              <Button key={other} size="compact-md" variant="default" onClick={() => act(mergeTurfs(turfOf, turf, other))}>
                {t("autoCut.turf", { number: other + 1 })}
              </Button>
            ))}
          </Group>
        </div>
      )}
      <Button
        variant="default"
        leftSection={<IconScissors size={16} />}
        disabled={line.isBroken}
        onClick={() => act(splitTurf(cutting, turfOf, turf))}
      >
        {t("autoCut.split")}
      </Button>
    </Stack>
  );
};

const mostAcross = 3;

/** Turfs beside it; for one that is cut off the nearest, whatever lies between. */
const mergeable = (cutting: TurfCutting, turfOf: readonly number[], turf: number): number[] => {
  const beside = turfsBeside(cutting, turfOf, turf);
  if (beside.length > 0) return beside;
  const own = new Set(turfOf.flatMap((of, site) => (of === turf ? [site] : [])));
  return nearestTurfs(cutting, turfOf, own).slice(0, mostAcross);
};

type PartProps = { cutting: TurfCutting; turfOf: readonly number[]; turf: number; onPick: (sites: number[]) => void };

/** Streets and buildings of a turf by their names: the way to pick for who does not use a pointer. */
const PartChoice = ({ cutting, turfOf, turf, onPick }: PartProps) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string[]>([]);
  const streets = streetsOf(cutting, turfOf, turf);
  const sitesIn = (value: string): number[] =>
    value.startsWith(streetPrefix) ? (streets.get(value.slice(streetPrefix.length))?.sites ?? []) : [Number(value)];
  const own = turfOf.flatMap((of, site) => (of === turf ? [site] : []));
  return (
    <Stack gap="xs">
      <MultiSelect
        label={t("autoCut.parts")}
        placeholder={chosen.length === 0 ? t("autoCut.partsHint") : undefined}
        searchable
        clearable
        limit={60}
        value={chosen}
        onChange={setChosen}
        data={[
          { group: t("autoCut.streets"), items: [...streets].map(([key, { name, doors }]) => ({ value: `${streetPrefix}${key}`, label: t("autoCut.street", { street: name || t("autoCut.noStreet"), count: doors }) })) }, // prettier-ignore
          { group: t("autoCut.buildings"), items: own.map((site) => ({ value: String(site), label: cutting.sites[site]?.address ?? "" })) },
        ]}
      />
      {chosen.length > 0 && (
        <Button variant="default" onClick={() => onPick([...new Set(chosen.flatMap(sitesIn))])}>
          {t("autoCut.pickThem")}
        </Button>
      )}
    </Stack>
  );
};

const streetPrefix = "street ";

const streetsOf = ({ sites }: TurfCutting, turfOf: readonly number[], turf: number) => {
  const streets = new Map<string, { name: string; doors: number; sites: number[] }>();
  sites.forEach(({ streetKey, address, doors }, site) => {
    if (turfOf[site] !== turf) return;
    const street = streets.get(streetKey) ?? { name: address.replace(/^\S*\d\S*\s+/, ""), doors: 0, sites: [] };
    street.doors += doors;
    street.sites.push(site);
    streets.set(streetKey, street);
  });
  return new Map([...streets].sort(([, a], [, b]) => a.name.localeCompare(b.name)));
};
