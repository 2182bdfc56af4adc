import { Anchor, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import { officialRegisterUrl } from "@cml/domain/map";
import type { MapSettings } from "@cml/domain/settings";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { orNull } from "../model/blank";
import { SettingsCard } from "./SettingsCard";

/** Where maps and addresses come from: a basemap of somebody else, whom to thank for it, and the national register. */
export const MapSourcesCard = ({ settings, canSave }: { settings: MapSettings; canSave: boolean }) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const { basemapUrl, basemapAttribution, registerUrl, basemapFileKey } = settings;
  const form = useForm({
    initialValues: { basemapUrl: basemapUrl ?? "", basemapAttribution: basemapAttribution ?? "", registerUrl: registerUrl ?? "" },
  });
  const save = api.settings.mapSettings.update.useMutation({
    onSuccess: async () => {
      form.resetDirty();
      await cache.settings.invalidate();
      notifyDone(t("settings.saved"));
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const submit = form.onSubmit((values) =>
    save.mutate({
      basemapUrl: orNull(values.basemapUrl),
      basemapAttribution: orNull(values.basemapAttribution),
      registerUrl: orNull(values.registerUrl),
    }),
  );
  return (
    <SettingsCard
      id="map-sources"
      title={t("settings.mapSources.title")}
      lead={t("settings.mapSources.lead")}
      canSave={canSave}
      isSaving={save.isPending}
      onSubmit={submit}
    >
      <TextInput
        type="url"
        label={t("settings.mapSources.basemapUrl")}
        description={t("settings.mapSources.basemapUrlHint")}
        placeholder="https://tiles.example.org/style.json"
        maxLength={500}
        readOnly={!canSave}
        {...form.getInputProps("basemapUrl")}
      />
      {basemapFileKey !== null && <Text size="sm">{t("settings.mapSources.ownBasemap")}</Text>}
      <TextInput
        label={t("settings.mapSources.attribution")}
        description={t("settings.mapSources.attributionHint")}
        placeholder="© OpenStreetMap"
        maxLength={300}
        readOnly={!canSave}
        {...form.getInputProps("basemapAttribution")}
      />
      <TextInput
        type="url"
        label={t("settings.mapSources.registerUrl")}
        description={t("settings.mapSources.registerUrlHint")}
        placeholder={officialRegisterUrl}
        maxLength={500}
        readOnly={!canSave}
        {...form.getInputProps("registerUrl")}
      />
      <Text size="sm" c="dimmed">
        <Anchor component={Link} to="/imports/new" search={{ kind: "basemap" } as never} size="sm">
          {t("settings.mapSources.bringOwn")}
        </Anchor>
      </Text>
    </SettingsCard>
  );
};
