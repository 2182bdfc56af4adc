import { Button, Group, Paper, Stack, Text, TextInput } from "@mantine/core";
import type { LatLng } from "@cml/domain/kernel";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";

type Props = {
  /** As the list writes it. */
  address: string;
  place: LatLng | null;
  isBusy: boolean;
  onSave: (address: string, place: LatLng) => void;
  onClose: () => void;
};

/** A building the map does not have yet: its address, and a click where it stands. */
export const NewDoor = ({ address, place, isBusy, onSave, onClose }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState(address);
  const isReady = text.trim().length >= 3 && place !== null;
  return (
    <Paper withBorder radius="md" p="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSave(text.trim(), place);
        }}
      >
        <Stack gap="xs">
          <TextInput
            label={t("unmatched.newAddress")}
            description={t("unmatched.newAddressHint")}
            value={text}
            maxLength={200}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Text size="sm" c={place === null ? undefined : "dimmed"} role="status">
            {place === null
              ? t("unmatched.clickMap")
              : t("unmatched.placeChosen", { place: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}` })}
          </Text>
          <Group gap="xs">
            <Button type="submit" size="xs" disabled={!isReady} loading={isBusy}>
              {t("unmatched.saveNew")}
            </Button>
            <Button size="xs" variant="subtle" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
};
