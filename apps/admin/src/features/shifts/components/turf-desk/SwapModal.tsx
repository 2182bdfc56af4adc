import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import type { MarkedTurf } from "./marked-turfs";
import { useTurfChanges } from "./useTurfChanges";

type Props = { turf: MarkedTurf; others: readonly MarkedTurf[]; onClose: () => void };

/** Two pairs change turfs. */
export const SwapModal = ({ turf, others, onClose }: Props) => {
  const { t } = useTranslation();
  const [withId, setWithId] = useState<string | null>(others.length === 1 ? (others[0]?.id ?? null) : null);
  const { swap } = useTurfChanges(onClose);
  return (
    <Modal opened onClose={onClose} title={t("turfDesk.swapTitle", { letter: turf.letter, turf: turf.cutName })}>
      <Stack>
        <Text size="sm">{t("turfDesk.swapText", { people: namesOf(turf) })}</Text>
        <Select
          label={t("turfDesk.swapWith")}
          data={others.map((other) => ({ value: other.id, label: `${other.letter} · ${other.cutName} · ${namesOf(other)}` }))}
          value={withId}
          onChange={setWithId}
          searchable
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button
            disabled={withId === null}
            loading={swap.isPending}
            onClick={() => withId !== null && swap.mutate({ id: turf.id, withId })}
          >
            {t("turfDesk.swapNow")}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};

const namesOf = ({ people }: MarkedTurf): string => people.map(({ name }) => name).join(", ");
