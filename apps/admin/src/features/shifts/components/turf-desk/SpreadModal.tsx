import { Button, Group, Modal, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { mostTurfsAtOnce, type ShiftDetail, type TurfChoice } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { QueryState } from "../../../../shell/QueryState";
import { inNaturalOrder } from "./natural-order";
import classes from "./TurfDesk.module.css";
import { leftOut, planned, useSpread } from "./useSpread";
import { useTurfChanges } from "./useTurfChanges";

type Props = { shift: ShiftDetail; areaId: string | null; onClose: () => void };

/** Many turfs go to the pairs of a shift in one step; who gets which is seen, and changed, before. */
export const SpreadModal = ({ shift, areaId, onClose }: Props) => {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery("(max-width: 48em)");
  const query = api.map.turfAssignments.choices.useQuery();
  return (
    <Modal opened onClose={onClose} size="xl" fullScreen={isNarrow} title={t("turfDesk.spreadTitle")}>
      <QueryState query={query}>{(choices) => <SpreadForm {...{ shift, areaId, choices, onClose }} />}</QueryState>
    </Modal>
  );
};

const SpreadForm = ({ shift, areaId, choices, onClose }: Props & { choices: TurfChoice[] }) => {
  const { t } = useTranslation();
  const parents = parentsOf(choices);
  const [area, setArea] = useState(areaId ?? parents[0]?.id ?? null);
  const { turfs, pairs, size, setSize, chosenFor, choose, given, waiting } = useSpread(shift, choices, area);
  const { handOutMany } = useTurfChanges(onClose);
  const options = [
    ...pairs.map(({ key, label }) => ({ value: key, label })),
    { value: planned, label: t("turfDesk.forNobody") },
    { value: leftOut, label: t("turfDesk.leaveOut") },
  ];
  const tooMany = given.length > mostTurfsAtOnce;
  return (
    <Stack>
      <Group align="flex-end" gap="md">
        <Select
          label={t("turfDesk.from")}
          data={[...parents.map(({ id, name }) => ({ value: id, label: name })), { value: everything, label: t("turfDesk.everyTurf") }]}
          value={area ?? everything}
          onChange={(value) => setArea(value === everything ? null : value)}
          allowDeselect={false}
          searchable
          style={{ flex: "1 1 220px" }}
        />
        <div>
          <Text size="sm" fw={550} mb={4} id="group-size">
            {t("turfDesk.groups")}
          </Text>
          <SegmentedControl
            aria-labelledby="group-size"
            value={String(size)}
            onChange={(value) => setSize(Number(value))}
            data={["1", "2", "3"]}
          />
        </div>
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {pairs.length === 0
          ? t("turfDesk.nobodyFree")
          : waiting.length === 0
            ? t("turfDesk.allHave", { count: pairs.length })
            : t("turfDesk.waiting", { count: waiting.length, who: waiting.map(({ label }) => label).join(" · ") })}
      </Text>
      {turfs.length === 0 ? (
        <Text size="sm">{t("turfDesk.noFree")}</Text>
      ) : (
        <ul className={classes.list} aria-label={t("turfDesk.list")}>
          {turfs.map(({ id, name, doors, out }) => (
            <li key={id} className={classes.choice}>
              <div style={{ minWidth: 0 }}>
                <Text size="sm" fw={600} truncate>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {t("turfDesk.doors", { count: doors - out })}
                </Text>
              </div>
              <Select
                aria-label={t("turfDesk.whoGets", { turf: name })}
                data={options}
                value={chosenFor(id)}
                onChange={(key) => key !== null && choose(id, key)}
                allowDeselect={false}
              />
            </li>
          ))}
        </ul>
      )}
      {tooMany && (
        <Text size="sm" c="brick">
          {t("turfDesk.tooMany", { most: mostTurfsAtOnce })}
        </Text>
      )}
      <Group justify="flex-end" className={classes.stay}>
        <Button variant="default" onClick={onClose}>
          {t("actions.cancel")}
        </Button>
        <Button
          disabled={given.length === 0 || tooMany}
          loading={handOutMany.isPending}
          onClick={() => handOutMany.mutate({ shiftId: shift.id, turfs: given })}
        >
          {t("turfDesk.spreadNow", { count: given.length })}
        </Button>
      </Group>
    </Stack>
  );
};

const everything = "everything";

/** Areas that were cut into turfs which are free. */
const parentsOf = (choices: readonly TurfChoice[]): { id: string; name: string }[] => {
  const parents = new Map<string, string>();
  for (const { parentId, parentName, doors, out } of choices)
    if (parentId !== null && parentName !== null && doors > out) parents.set(parentId, parentName);
  return inNaturalOrder([...parents].map(([id, name]) => ({ id, name })));
};
