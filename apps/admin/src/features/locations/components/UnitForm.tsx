import { Button, Checkbox, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { LocationDetail, Resident, Unit } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconTrash, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { useBuildingChange } from "../hooks/useBuildingChange";
import { notifyUndo } from "../../../shell/notify-undo";
import { PersonForm } from "./PersonForm";
import { SupportChoice } from "./SupportChoice";
import classes from "./UnitList.module.css";

type Props = { unit: Unit; location: LocationDetail; canEdit: boolean; onChanged: () => unknown };

/** One door: its name, sign and support, then its people. */
export const UnitForm = ({ unit, location, canEdit, onChanged }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const change = useBuildingChange(onChanged);
  const form = useForm({ initialValues: valuesOf(unit) });
  const update = api.map.units.update.useMutation({
    onSuccess: (saved) => {
      const after = saved.addresses.find(({ id }) => id === unit.id);
      if (after !== undefined) {
        form.setValues(valuesOf(after));
        form.resetDirty(valuesOf(after));
      }
      change.onSuccess(saved);
      notifyDone(t("buildings.saved"));
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      return change.onError(error);
    },
  });
  const save = form.onSubmit(({ unitNumber, sign, signSize, support, doNotContact }) =>
    update.mutate({
      id: unit.id,
      updatedAt: unit.updatedAt,
      ...(form.isDirty("unitNumber") ? { unitNumber: unitNumber.trim() === "" ? null : unitNumber } : {}),
      ...(form.isDirty("sign") ? { sign } : {}),
      ...(form.isDirty("signSize") ? { signSize: signSize.trim() === "" ? null : signSize } : {}),
      ...(form.isDirty("support") ? support : {}),
      ...(form.isDirty("doNotContact") ? { doNotContact } : {}),
    }),
  );
  return (
    <Stack gap="md" className={classes.form}>
      <Text size="sm" c="dimmed">
        {unit.lastVisitedAt === null || unit.lastOutcome === null
          ? t("buildings.neverVisited")
          : t("buildings.lastVisit", { date: formats.date(unit.lastVisitedAt), outcome: t(`visits.outcomes.${unit.lastOutcome}`) })}
      </Text>
      <form onSubmit={save}>
        <Stack gap="sm">
          <Group gap="sm" grow preventGrowOverflow={false}>
            <TextInput label={t("buildings.unitName")} maxLength={20} readOnly={!canEdit} {...form.getInputProps("unitNumber")} />
            <TextInput label={t("buildings.signSize")} maxLength={40} readOnly={!canEdit} {...form.getInputProps("signSize")} />
          </Group>
          <SupportChoice canEdit={canEdit} value={form.values.support} onChange={(support) => form.setFieldValue("support", support)} />
          <Group gap="lg">
            <Checkbox label={t("buildings.sign")} disabled={!canEdit} {...form.getInputProps("sign", { type: "checkbox" })} />
            <Checkbox
              label={t("buildings.doNotContact")}
              disabled={!canEdit}
              {...form.getInputProps("doNotContact", { type: "checkbox" })}
            />
          </Group>
          {canEdit && (
            <Group justify="space-between">
              <Button type="submit" size="sm" loading={update.isPending} disabled={!form.isDirty()}>
                {t("buildings.save")}
              </Button>
              {location.addresses.length > 1 && <RemoveUnit unit={unit} location={location} onChanged={onChanged} />}
            </Group>
          )}
        </Stack>
      </form>
      {location.hasPeople && <People unit={unit} canEdit={canEdit} onChanged={onChanged} />}
    </Stack>
  );
};

const valuesOf = ({ unitNumber, sign, signSize, supportLevel, supportDeclined, doNotContact }: Unit) => ({
  unitNumber: unitNumber ?? "",
  sign,
  signSize: signSize ?? "",
  support: { supportLevel, supportDeclined },
  doNotContact,
});

const RemoveUnit = ({ unit, location, onChanged }: Omit<Props, "canEdit">) => {
  const { t } = useTranslation();
  const change = useBuildingChange(onChanged);
  const restore = api.map.units.restore.useMutation(change);
  const remove = api.map.units.remove.useMutation({
    onSuccess: (saved) => {
      change.onSuccess(saved);
      notifyUndo({
        message: t("buildings.unitRemoved", { unit: unit.unitNumber ?? "" }),
        label: t("buildings.undo"),
        onUndo: () => restore.mutate({ id: unit.id, locationId: location.id }),
      });
    },
    onError: notifyFailed,
  });
  return (
    <Button
      variant="subtle"
      color="brick"
      size="sm"
      leftSection={<IconTrash size={16} />}
      loading={remove.isPending}
      onClick={() => remove.mutate({ id: unit.id })}
    >
      {t("buildings.removeUnit")}
    </Button>
  );
};

/** Everybody known at the door; somebody the door only names becomes a person with the first change. */
const People = ({ unit, canEdit, onChanged }: Pick<Props, "unit" | "canEdit" | "onChanged">) => {
  const { t } = useTranslation();
  const [adds, setAdds] = useState(false);
  const isNamed = [unit.firstName, unit.lastName, unit.phone, unit.email].some((value) => value !== null);
  const named: Resident[] =
    unit.residents.length === 0 && isNamed ? [{ ...unit, addressId: unit.id, isPrimary: true, language: null }] : unit.residents;
  return (
    <Stack gap="sm">
      <Text size="sm" fw={550} component="h4">
        {t("buildings.people")}
      </Text>
      {named.length === 0 && !adds && (
        <Text size="sm" c="dimmed">
          {t("buildings.nobody")}
        </Text>
      )}
      {named.map((person) => (
        <PersonForm
          key={person.id}
          unit={unit}
          person={person}
          isDoorsOwn={unit.residents.length === 0}
          canEdit={canEdit}
          onChanged={onChanged}
          onClose={null}
        />
      ))}
      {adds && <PersonForm unit={unit} person={null} isDoorsOwn={false} canEdit onChanged={onChanged} onClose={() => setAdds(false)} />}
      {canEdit && !adds && (
        <Group>
          <Button variant="default" size="sm" leftSection={<IconUserPlus size={16} />} onClick={() => setAdds(true)}>
            {t("buildings.addPerson")}
          </Button>
        </Group>
      )}
    </Stack>
  );
};
