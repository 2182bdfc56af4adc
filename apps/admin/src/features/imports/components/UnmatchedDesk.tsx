import { Button, Group, Stack, Text } from "@mantine/core";
import type { LatLng } from "@cml/domain/kernel";
import type { UnmatchedPerson } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { IconArrowBackUp, IconHomePlus } from "@tabler/icons-react";
import { useMemo, useRef, useState } from "react";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { doorTiles } from "../../../shell/door-tiles";
import { KeySign } from "../../../shell/queue-desk/KeySign";
import { boundsAround, numberedPoints } from "../../../shell/queue-desk/numbered-points";
import { NumberedChoices } from "../../../shell/queue-desk/NumberedChoices";
import { QueueDesk } from "../../../shell/queue-desk/QueueDesk";
import { QueueSaid } from "../../../shell/queue-desk/QueueSaid";
import { QueueWalk } from "../../../shell/queue-desk/QueueWalk";
import { useQueueKeys } from "../../../shell/queue-desk/useQueueKeys";
import { useMapGround } from "../../../shell/useMapGround";
import { useDoorSearch } from "../hooks/useDoorSearch";
import type { useUnmatchedQueue } from "../hooks/useUnmatchedQueue";
import { type DoorChoice, doorChoicesOf, townOf } from "../model/door-choices";
import { DoorSearch } from "./DoorSearch";
import { NewDoor } from "./NewDoor";
import { PersonCard } from "./PersonCard";
import { UnitPicker } from "./UnitPicker";

type Props = { queue: ReturnType<typeof useUnmatchedQueue>; waits: UnmatchedPerson };

/** One person and the doors that may be theirs, by keyboard and on the map. */
export const UnmatchedDesk = ({ queue, waits }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { canEverywhere } = useSession();
  const search = useDoorSearch();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const ground = useMapGround();
  const [unitsOf, setUnitsOf] = useState<DoorChoice | null>(null);
  const [isNew, setNew] = useState(false);
  const [place, setPlace] = useState<LatLng | null>(null);
  const mayEdit = canEverywhere("location.edit");
  const unit = waits.person.question?.unitNumber ?? null;
  const choices = useMemo(() => doorChoicesOf(search.found ?? waits.candidates), [search.found, waits.candidates]);
  const points = useMemo(
    () => (isNew && place !== null ? numberedPoints(waits.id, [{ ...place, key: 1 }]) : numberedPoints(waits.id, choices)),
    [isNew, place, waits.id, choices],
  );
  const bounds = useMemo(() => boundsAround(choices.length > 0 ? choices : waits.candidates), [choices, waits.candidates]);
  const take = (key: number) => {
    const choice = choices.find((one) => one.key === key);
    if (choice === undefined || queue.isBusy) return;
    // A building of several units, and the list names none: a person has to.
    if (choice.addressId === null && unit === null) setUnitsOf(choice);
    else queue.decide({ kind: "door", locationId: choice.locationId, addressId: choice.addressId });
  };
  const begin = () => {
    setUnitsOf(null);
    setNew(true);
  };
  const setAside = () => queue.decide({ kind: "setAside" });
  useQueueKeys({
    take,
    save: null,
    deeds: {
      ...{ n: queue.next, p: queue.previous, s: setAside, u: queue.canUndo ? queue.undo : null },
      "/": mayEdit ? () => field.current?.focus() : null,
      d: mayEdit ? begin : null,
      escape: isNew || unitsOf !== null ? () => (setNew(false), setUnitsOf(null)) : null,
    },
  });
  const side = (
    <>
      <QueueWalk
        words={t("unmatched.waiting", { count: queue.waiting, shown: formats.number(queue.waiting) })}
        at={queue.at}
        loaded={queue.loaded}
        onPrevious={queue.previous}
        onNext={queue.next}
      />
      <PersonCard waits={waits} />
      {mayEdit && (
        <DoorSearch
          field={field}
          text={search.text}
          isLoading={search.isLoading}
          onText={search.setText}
          onLeave={() => list.current?.querySelector("button")?.focus()}
        />
      )}
      <Stack gap="xs" ref={list}>
        <Text fw={600} size="sm" id="unmatched-doors">
          {t(search.found === null ? "unmatched.doors" : "unmatched.found")}
        </Text>
        {choices.length === 0 && (
          <Text size="sm" c="dimmed">
            {t(search.found === null ? "unmatched.noDoors" : "unmatched.foundNothing")}
          </Text>
        )}
        <NumberedChoices
          labelledBy="unmatched-doors"
          isBusy={queue.isBusy}
          onTake={take}
          choices={choices.map((one) => ({
            key: one.key,
            title: unit === null ? one.address : `${unit}-${one.address}`,
            note: [townOf(one), one.addressId === null && (unit === null ? t("unmatched.severalUnits") : t("unmatched.newUnit", { unit }))]
              .filter(Boolean)
              .join(" · "),
            confidence: one.confidence,
            canTake: true,
          }))}
        />
      </Stack>
      {unitsOf !== null && (
        <UnitPicker
          locationId={unitsOf.locationId}
          address={unitsOf.address}
          isBusy={queue.isBusy}
          onPick={(addressId) => queue.decide({ kind: "door", locationId: unitsOf.locationId, addressId })}
          onClose={() => setUnitsOf(null)}
        />
      )}
      {isNew && (
        <NewDoor
          address={waits.person.question?.address ?? ""}
          place={place}
          isBusy={queue.isBusy}
          onSave={(address, at) => queue.decide({ kind: "newDoor", address, ...at })}
          onClose={() => setNew(false)}
        />
      )}
      <Group gap="xs">
        {mayEdit && !isNew && (
          <Button size="xs" variant="default" leftSection={<IconHomePlus size={16} />} onClick={begin}>
            {t("unmatched.newDoor")} <KeySign sign="D" />
          </Button>
        )}
        <Button size="xs" variant="default" disabled={queue.isBusy} onClick={setAside}>
          {t("unmatched.setAside")} <KeySign sign="S" />
        </Button>
        <Button size="xs" variant="subtle" disabled={!queue.canUndo} leftSection={<IconArrowBackUp size={16} />} onClick={queue.undo}>
          {t("unmatched.undo")} <KeySign sign="U" />
        </Button>
      </Group>
      <QueueSaid words={queue.said} />
      <Text size="xs" c="dimmed">
        {t("unmatched.hint")}
      </Text>
    </>
  );
  return (
    <QueueDesk
      side={side}
      map={
        <MapView
          height="100%"
          label={t("unmatched.map")}
          doors={doorTiles}
          points={points}
          bounds={bounds}
          {...ground}
          {...(isNew ? { onPick: setPlace } : {})}
        />
      }
    />
  );
};
