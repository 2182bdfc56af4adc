import { Box, Button, Group, Select, Stack, Text, Title } from "@mantine/core";
import type { ShiftDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { inNaturalOrder } from "./natural-order";
import { PeoplePicker } from "./PeoplePicker";
import { useTurfChanges } from "./useTurfChanges";

/** Another turf for this shift: handed to people now, or planned. */
export const HandOutForm = ({ shift }: { shift: ShiftDetail }) => {
  const { t } = useTranslation();
  const choices = api.map.turfAssignments.choices.useQuery();
  const [cutId, setCutId] = useState<string | null>(shift.turfs.length === 0 ? shift.cutId : null);
  const [userIds, setUserIds] = useState<string[]>([]);
  const { handOut } = useTurfChanges(() => {
    setCutId(null);
    setUserIds([]);
  });
  return (
    <Box mt="md" pt="md" style={{ borderTop: "1px solid var(--cml-line)" }}>
      <Title order={3} fz={15} mb="sm">
        {t("turfDesk.newTitle")}
      </Title>
      <Stack gap="sm">
        <Select
          label={t("turfDesk.area")}
          data={inNaturalOrder(choices.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          limit={100}
          searchable
          clearable
          value={cutId}
          onChange={setCutId}
          description={cutId === null ? undefined : <Counted cutId={cutId} />}
          inputWrapperOrder={["label", "input", "description", "error"]}
        />
        <PeoplePicker shift={shift} value={userIds} onChange={setUserIds} description={t("turfDesk.toHint")} />
        <Group justify="flex-end">
          <Button
            disabled={cutId === null}
            loading={handOut.isPending}
            onClick={() => cutId !== null && handOut.mutate({ shiftId: shift.id, cutId, userIds })}
          >
            {t(userIds.length === 0 ? "turfDesk.plan" : "turfDesk.handOut")}
          </Button>
        </Group>
      </Stack>
    </Box>
  );
};

/** How many doors they would get. */
const Counted = ({ cutId }: { cutId: string }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const filter = api.map.turfFilters.get.useQuery({ cutId });
  const count = api.map.turfFilters.count.useQuery({ cutId, filter: filter.data ?? {} }, { enabled: filter.data !== undefined });
  if (count.data === undefined) return null;
  const { doors, ofDoors, out } = count.data;
  const said = t(doors === ofDoors ? "turfDesk.doors" : "turfDesk.filtered", { count: doors, all: formats.number(ofDoors) });
  return (
    <Text size="xs" component="span" c="dimmed">
      {out === 0 ? `${said}.` : `${said}. ${t("turfDesk.elsewhere", { count: out })}`}
    </Text>
  );
};
