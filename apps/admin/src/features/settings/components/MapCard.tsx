import { Group, NumberInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { MapSettings } from "@cml/domain/settings";
import { useTranslation } from "@cml/ui/i18n";
import { MapView } from "@cml/ui/map";
import { useMemo, type ReactNode } from "react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { SettingsCard } from "./SettingsCard";

type Props = { settings: MapSettings; canSave: boolean; onSaved?: () => void; saveLabel?: string; extra?: ReactNode };

/** Where maps open before they know better. */
export const MapCard = ({ settings, canSave, onSaved, saveLabel, extra }: Props) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const form = useForm({ initialValues: { latitude: settings.latitude, longitude: settings.longitude, zoom: settings.zoom } });
  const save = api.settings.mapSettings.update.useMutation({
    onSuccess: async () => {
      form.resetDirty();
      await cache.settings.invalidate();
      if (onSaved === undefined) notifyDone(t("settings.saved"));
      else onSaved();
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const { latitude, longitude, zoom } = form.values;
  const centre = useMemo(() => ({ latitude, longitude, zoom }), [latitude, longitude, zoom]);
  return (
    <SettingsCard
      {...{ canSave, saveLabel, extra }}
      isSaving={save.isPending}
      onSubmit={form.onSubmit((values) => save.mutate(values))}
      title={t("settings.map.title")}
      lead={t("settings.map.lead")}
    >
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <NumberInput
          label={t("settings.map.latitude")}
          min={-90}
          max={90}
          decimalScale={5}
          step={0.01}
          miw={130}
          {...form.getInputProps("latitude")}
        />
        <NumberInput
          label={t("settings.map.longitude")}
          min={-180}
          max={180}
          decimalScale={5}
          step={0.01}
          miw={130}
          {...form.getInputProps("longitude")}
        />
        <NumberInput label={t("settings.map.zoom")} min={1} max={20} miw={90} {...form.getInputProps("zoom")} />
      </Group>
      <MapView label={t("settings.map.view")} height={280} centre={centre} onMove={(place) => form.setValues(place)} />
    </SettingsCard>
  );
};
