import { Badge, Button, Checkbox, Group, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { LocationDetail, Resident, Unit } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyDone } from "../../../shell/notify";
import { useBuildingChange } from "../hooks/useBuildingChange";
import { notifyUndo } from "../../../shell/notify-undo";
import { SupportChoice } from "./SupportChoice";
import classes from "./UnitList.module.css";

type Props = {
  unit: Unit;
  /** Null: somebody new. */
  person: Resident | null;
  /** The door names them, but nobody wrote them down as a person yet. */
  isDoorsOwn: boolean;
  canEdit: boolean;
  onChanged: () => unknown;
  onClose: (() => void) | null;
};

/** A person at a door. */
export const PersonForm = ({ unit, person, isDoorsOwn, canEdit, onChanged, onClose }: Props) => {
  const { t } = useTranslation();
  const form = useForm({ initialValues: valuesOf(person) });
  const save = useSavePerson({ unit, person, isDoorsOwn, onChanged, onClose }, form);
  const remove = useRemovePerson(person, onChanged);
  const text = (name: "firstName" | "lastName" | "phone" | "email" | "language") => ({
    label: t(`buildings.person.${name}`),
    readOnly: !canEdit,
    ...form.getInputProps(name),
  });
  return (
    <form className={classes.person} onSubmit={form.onSubmit(save.save)}>
      <Stack gap="sm">
        {person?.isPrimary === true && (
          <Badge color="gray" variant="light">
            {t("buildings.primary")}
          </Badge>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput {...text("firstName")} autoFocus={person === null} />
          <TextInput {...text("lastName")} />
          <TextInput {...text("phone")} type="tel" />
          <TextInput {...text("email")} type="email" />
          {!isDoorsOwn && <TextInput {...text("language")} />}
        </SimpleGrid>
        <Textarea label={t("buildings.person.notes")} autosize minRows={1} readOnly={!canEdit} {...form.getInputProps("notes")} />
        <SupportChoice canEdit={canEdit} value={form.values.support} onChange={(support) => form.setFieldValue("support", support)} />
        <Checkbox label={t("buildings.doNotContact")} disabled={!canEdit} {...form.getInputProps("doNotContact", { type: "checkbox" })} />
        {canEdit && (
          <Group gap="xs">
            <Button type="submit" size="sm" loading={save.isPending} disabled={person !== null && !form.isDirty()}>
              {t("buildings.save")}
            </Button>
            {onClose !== null && (
              <Button variant="default" size="sm" onClick={onClose}>
                {t("actions.cancel")}
              </Button>
            )}
            {person !== null && !isDoorsOwn && (
              <>
                {!person.isPrimary && (
                  <Button variant="subtle" size="sm" onClick={save.makePrimary}>
                    {t("buildings.makePrimary")}
                  </Button>
                )}
                <Button variant="subtle" color="brick" size="sm" onClick={remove}>
                  {t("buildings.removePerson")}
                </Button>
              </>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
};

type Values = ReturnType<typeof valuesOf>;

const valuesOf = (person: Resident | null) => ({
  firstName: person?.firstName ?? "",
  lastName: person?.lastName ?? "",
  phone: person?.phone ?? "",
  email: person?.email ?? "",
  language: person?.language ?? "",
  notes: person?.notes ?? "",
  support: { supportLevel: person?.supportLevel ?? null, supportDeclined: person?.supportDeclined ?? false },
  doNotContact: person?.doNotContact ?? false,
});

const blankIsNull = (text: string): string | null => (text.trim() === "" ? null : text);

const personOf = ({ support, firstName, lastName, phone, email, notes, doNotContact }: Values) => ({
  firstName: blankIsNull(firstName),
  lastName: blankIsNull(lastName),
  phone: blankIsNull(phone),
  email: blankIsNull(email),
  notes: blankIsNull(notes),
  ...support,
  doNotContact,
});

type Form = ReturnType<typeof useForm<Values>>;

const useSavePerson = ({ unit, person, isDoorsOwn, onChanged, onClose }: Omit<Props, "canEdit">, form: Form) => {
  const { t } = useTranslation();
  const change = useBuildingChange(onChanged);
  const mutation = {
    onSuccess: (saved: LocationDetail) => {
      const after = saved.addresses.find(({ id }) => id === unit.id)?.residents.find(({ id }) => id === person?.id);
      if (after !== undefined) form.setValues(valuesOf(after));
      form.resetDirty();
      change.onSuccess(saved);
      notifyDone(t("buildings.saved"));
      onClose?.();
    },
    onError: (error: unknown) => {
      form.setErrors(fieldErrors(error));
      return change.onError(error);
    },
  };
  const add = api.map.residents.add.useMutation(mutation);
  const update = api.map.residents.update.useMutation(mutation);
  const updateDoor = api.map.units.update.useMutation(mutation);
  const save = (values: Values) => {
    const fields = personOf(values);
    const language = blankIsNull(values.language);
    if (person === null) add.mutate({ addressId: unit.id, ...fields, language });
    else if (isDoorsOwn) updateDoor.mutate({ id: unit.id, updatedAt: unit.updatedAt, ...fields });
    else update.mutate({ id: person.id, updatedAt: person.updatedAt, ...fields, language });
  };
  const makePrimary = () => {
    if (person !== null) update.mutate({ id: person.id, updatedAt: person.updatedAt, isPrimary: true });
  };
  return { save, makePrimary, isPending: add.isPending || update.isPending || updateDoor.isPending };
};

const useRemovePerson = (person: Resident | null, onChanged: () => unknown) => {
  const { t } = useTranslation();
  const change = useBuildingChange(onChanged);
  const restore = api.map.residents.restore.useMutation(change);
  const remove = api.map.residents.remove.useMutation({
    ...change,
    onSuccess: (saved) => {
      change.onSuccess(saved);
      notifyUndo({
        message: t("buildings.personRemoved"),
        label: t("buildings.undo"),
        onUndo: () => person !== null && restore.mutate({ id: person.id }),
      });
    },
  });
  return () => person !== null && remove.mutate({ id: person.id });
};
