import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage, failureOf, fieldErrors } from "@cml/api-client";
import type { LatLng } from "@cml/domain/kernel";
import { buildingTypes, readUnitList } from "@cml/domain/map";
import { errorText } from "@cml/i18n";
import { loadedLocale, useTranslation } from "@cml/ui/i18n";
import { IconMapPin } from "@tabler/icons-react";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { useAddressAt } from "../hooks/useAddressAt";

export const blankBuilding = { address: "", municipality: "", province: "", postalCode: "", buildingType: "SINGLE_FAMILY", units: "" };
export type BuildingDraft = typeof blankBuilding;

type Props = {
  /** Where somebody clicked; null: where the address is found. */
  place: LatLng | null;
  /** What was typed before the point was shown. */
  draft: BuildingDraft;
  onClose: () => void;
  onAdded: (id: string) => void;
  onPoint: (draft: BuildingDraft) => void;
};

/** A new building: at a point, whose address is filled in as far as it is known, or by its address, whose point is looked for. */
export const AddBuilding = ({ place, draft, onClose, onAdded, onPoint }: Props) => {
  const { t } = useTranslation();
  const form = useForm({ initialValues: draft, validate: { units: unitsProblem } });
  const known = useAddressAt(draft.address === "" ? place : null, (found) => {
    // What a person has begun to type is theirs.
    if (!form.isDirty()) form.setValues(found);
  });
  const create = api.map.locations.create.useMutation({
    onSuccess: ({ id }) => {
      notifyDone(t("buildings.added"));
      onAdded(id);
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      if (!isAboutPlace(error)) notifyFailed(error);
    },
  });
  const save = form.onSubmit(({ units, municipality, province, postalCode, buildingType, address }) => {
    const list = readUnitList(units);
    create.mutate({
      ...place,
      address,
      buildingType: buildingTypes.find((type) => type === buildingType) ?? "SINGLE_FAMILY",
      municipality: blankIsNull(municipality),
      province: blankIsNull(province),
      postalCode: blankIsNull(postalCode),
      unitNumbers: "units" in list ? list.units : [],
    });
  });
  const problem = isAboutPlace(create.error) ? errorMessage(create.error, loadedLocale()) : null;
  return (
    <Modal opened onClose={onClose} title={t("buildings.addTitle")}>
      <form onSubmit={save}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed" aria-live="polite">
            {place === null
              ? t("buildings.addByAddress")
              : t(known === "found" ? "buildings.addFilled" : known === "nothing" ? "buildings.addUnknown" : "buildings.addAt", {
                  place: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}`,
                })}
          </Text>
          <TextInput label={t("buildings.address")} required data-autofocus {...form.getInputProps("address")} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
            <TextInput label={t("buildings.filters.municipality")} {...form.getInputProps("municipality")} />
            <TextInput label={t("buildings.province")} {...form.getInputProps("province")} />
            <TextInput label={t("buildings.filters.postal")} {...form.getInputProps("postalCode")} />
            <Select
              label={t("buildings.filters.type")}
              data={buildingTypes.map((value) => ({ value, label: t(`doors.types.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps("buildingType")}
            />
          </SimpleGrid>
          <TextInput label={t("buildings.addUnitsLabel")} description={t("buildings.unitsHint")} {...form.getInputProps("units")} />
          {problem !== null && (
            <Alert color="amber" role="alert">
              <Stack gap="xs" align="flex-start">
                {problem}
                <Button size="xs" variant="default" leftSection={<IconMapPin size={16} />} onClick={() => onPoint(form.values)}>
                  {t("buildings.showOnMap")}
                </Button>
              </Stack>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t(place === null ? "buildings.findAndAdd" : "buildings.add")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};

/** Nobody knows the address, or a building has it already: the map settles both. */
const isAboutPlace = (error: unknown): boolean =>
  error !== null && ["map.location.noPlace", "map.location.standsAlready"].includes(failureOf(error).messageKey);

const blankIsNull = (text: string): string | null => (text.trim() === "" ? null : text);

const unitsProblem = (text: string): string | null => {
  if (text.trim() === "") return null;
  const list = readUnitList(text);
  return "problem" in list ? errorText(loadedLocale(), `map.units.${list.problem}`, { text: list.text }) : null;
};
