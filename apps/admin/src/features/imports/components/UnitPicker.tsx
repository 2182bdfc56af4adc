import { Button, Group, Paper, Select, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";

type Props = { locationId: string; address: string; isBusy: boolean; onPick: (addressId: string) => void; onClose: () => void };

/** Which unit of a building, where the list does not say. */
export const UnitPicker = ({ locationId, address, isBusy, onPick, onClose }: Props) => {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = api.map.locations.get.useQuery({ id: locationId });
  const units = (data?.addresses ?? []).map(({ id, unitNumber, firstName, lastName }) => ({
    value: id,
    label: [unitNumber ?? t("unmatched.noUnit"), [firstName, lastName].filter(Boolean).join(" ")].filter(Boolean).join(" · "),
  }));
  return (
    <Paper withBorder radius="md" p="sm">
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {t("unmatched.whichUnit", { address })}
        </Text>
        <Select
          aria-label={t("unmatched.whichUnit", { address })}
          placeholder={t("unmatched.unit")}
          data={units}
          value={chosen}
          onChange={setChosen}
          searchable
          autoFocus
        />
        <Group gap="xs">
          <Button size="xs" disabled={chosen === null} loading={isBusy} onClick={() => chosen !== null && onPick(chosen)}>
            {t("unmatched.takeUnit")}
          </Button>
          <Button size="xs" variant="subtle" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
};
