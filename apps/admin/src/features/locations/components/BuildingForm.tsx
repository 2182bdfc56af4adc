import { Button, Group, Select, SimpleGrid, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import { bandOf, buildingTypes, buildingUses, type LocationDetail, type UpdateLocationInput } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { notifications } from "@mantine/notifications";
import { IconMapSearch } from "@tabler/icons-react";
import { api } from "../../../api";
import { notifyDone } from "../../../shell/notify";
import { useBuildingChange } from "../hooks/useBuildingChange";

type Props = { location: LocationDetail; canEdit: boolean; onChanged: () => unknown };

/** What the building is and where it stands in words. */
export const BuildingForm = ({ location, canEdit, onChanged }: Props) => {
  const { t } = useTranslation();
  const change = useBuildingChange(onChanged);
  const form = useForm({ initialValues: valuesOf(location) });
  const locate = api.map.locations.locate.useMutation({
    onSuccess: ({ isFound, location: placed }) => {
      change.onSuccess(placed);
      if (isFound) notifyDone(t("buildings.located"));
      else notifications.show({ message: t("buildings.notLocated"), color: "amber", autoClose: 12_000, role: "alert" });
    },
    onError: change.onError,
  });
  const update = api.map.locations.update.useMutation({
    onSuccess: (saved, { address, municipality, province, postalCode }) => {
      form.setValues(valuesOf(saved));
      form.resetDirty(valuesOf(saved));
      change.onSuccess(saved);
      notifyDone(t("buildings.saved"));
      // A point somebody guessed from the old address is looked for anew; one a person or a register gave stays.
      const isElsewhere = [address, municipality, province, postalCode].some((part) => part !== undefined);
      if (isElsewhere && saved.geocodeProvider !== null) locate.mutate({ id: saved.id, updatedAt: saved.updatedAt });
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      return change.onError(error);
    },
  });
  const save = form.onSubmit((values) =>
    update.mutate({ id: location.id, updatedAt: location.updatedAt, ...inputOf(values, form.isDirty) }),
  );
  const field = (name: keyof Values) => ({ ...form.getInputProps(name), readOnly: !canEdit });
  const confidence = t(`buildings.bands.${bandOf(location.geocodeConfidence)}`);
  const provider = location.geocodeProvider === null ? null : t(`buildings.providers.${location.geocodeProvider}`);
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <TextInput label={t("buildings.address")} {...field("address")} />
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput label={t("buildings.filters.municipality")} {...field("municipality")} />
          <TextInput label={t("buildings.province")} {...field("province")} />
          <TextInput label={t("buildings.filters.postal")} {...field("postalCode")} />
          <TextInput label={t("buildings.filters.district")} {...field("federalDistrict")} />
          <Select
            label={t("buildings.filters.type")}
            data={buildingTypes.map((value) => ({ value, label: t(`doors.types.${value}`) }))}
            allowDeselect={false}
            {...field("buildingType")}
          />
          <Select
            label={t("buildings.use")}
            data={buildingUses.map((value) => ({ value: String(value), label: t(`buildings.uses.${value}`) }))}
            clearable={canEdit}
            {...field("buildingUse")}
            value={form.values.buildingUse || null}
          />
        </SimpleGrid>
        {location.hasPeople && <Textarea label={t("buildings.notes")} autosize minRows={2} {...field("buildingNotes")} />}
        <Text size="sm" c="dimmed">
          {`${location.latitude.toFixed(5)}, ${location.longitude.toFixed(5)} · ${[confidence, provider].filter(Boolean).join(" · ")}`}
        </Text>
        {canEdit && (
          <Group justify="space-between">
            <Button
              variant="default"
              leftSection={<IconMapSearch size={17} />}
              loading={locate.isPending}
              disabled={form.isDirty()}
              onClick={() => locate.mutate({ id: location.id, updatedAt: location.updatedAt })}
            >
              {t("buildings.locate")}
            </Button>
            <Button type="submit" loading={update.isPending} disabled={!form.isDirty()}>
              {t("buildings.save")}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
};

type Values = ReturnType<typeof valuesOf>;

const valuesOf = (location: LocationDetail) => ({
  address: location.address,
  municipality: location.municipality ?? "",
  province: location.province ?? "",
  postalCode: location.postalCode ?? "",
  federalDistrict: location.federalDistrict ?? "",
  buildingType: location.buildingType,
  buildingUse: location.buildingUse === null ? "" : String(location.buildingUse),
  buildingNotes: location.buildingNotes ?? "",
});

const blankIsNull = (text: string): string | null => (text.trim() === "" ? null : text);

/** Only what was touched: a colleague's change of another field stands. */
const inputOf = (values: Values, isDirty: (name: string) => boolean): Omit<UpdateLocationInput, "id" | "updatedAt"> => ({
  ...(isDirty("address") ? { address: values.address } : {}),
  ...(isDirty("municipality") ? { municipality: blankIsNull(values.municipality) } : {}),
  ...(isDirty("province") ? { province: blankIsNull(values.province) } : {}),
  ...(isDirty("postalCode") ? { postalCode: blankIsNull(values.postalCode) } : {}),
  ...(isDirty("federalDistrict") ? { federalDistrict: blankIsNull(values.federalDistrict) } : {}),
  ...(isDirty("buildingType") ? { buildingType: values.buildingType } : {}),
  ...(isDirty("buildingUse") ? { buildingUse: buildingUses.find((use) => String(use) === values.buildingUse) ?? null } : {}),
  ...(isDirty("buildingNotes") ? { buildingNotes: blankIsNull(values.buildingNotes) } : {}),
});
