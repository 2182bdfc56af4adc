import { Button, Group, Modal, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { LatLng } from "@cml/domain/kernel";
import { buildingTypes, readUnitList } from "@cml/domain/map";
import { errorText } from "@cml/i18n";
import { loadedLocale, useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";

type Props = { place: LatLng; onClose: () => void; onAdded: (id: string) => void };

/** A building where somebody clicked. */
export const AddBuilding = ({ place, onClose, onAdded }: Props) => {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: { address: "", municipality: "", province: "", postalCode: "", buildingType: "SINGLE_FAMILY" as const, units: "" },
    validate: { units: unitsProblem },
  });
  const create = api.map.locations.create.useMutation({
    onSuccess: ({ id }) => {
      notifyDone(t("buildings.added"));
      onAdded(id);
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const save = form.onSubmit(({ units, municipality, province, postalCode, ...values }) => {
    const list = readUnitList(units);
    create.mutate({
      ...place,
      ...values,
      municipality: blankIsNull(municipality),
      province: blankIsNull(province),
      postalCode: blankIsNull(postalCode),
      unitNumbers: "units" in list ? list.units : [],
    });
  });
  return (
    <Modal opened onClose={onClose} title={t("buildings.addTitle")}>
      <form onSubmit={save}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t("buildings.addAt", { place: `${place.latitude.toFixed(5)}, ${place.longitude.toFixed(5)}` })}
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
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t("buildings.add")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};

const blankIsNull = (text: string): string | null => (text.trim() === "" ? null : text);

const unitsProblem = (text: string): string | null => {
  if (text.trim() === "") return null;
  const list = readUnitList(text);
  return "problem" in list ? errorText(loadedLocale(), `map.units.${list.problem}`, { text: list.text }) : null;
};
