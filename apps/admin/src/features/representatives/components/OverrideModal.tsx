import { Alert, Button, Checkbox, Group, Modal, SegmentedControl, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { errorMessage, fieldErrors } from "@cml/api-client";
import { governmentLevels, type RepresentativeOverride } from "@cml/domain/influence";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { notifyDone } from "../../../shell/notify";
import { useFocusBack } from "../../../shell/useFocusBack";
import { draftOf, type OverrideDraft, overrideInputOf } from "../model/override-form";

type Props = {
  override: RepresentativeOverride | null;
  /** What a new correction begins with. */
  draft?: OverrideDraft;
  onClose: () => void;
};

export const OverrideModal = ({ override, draft, onClose }: Props) => {
  const { t } = useTranslation();
  useFocusBack();
  const locale = useLocale();
  const cache = api.useUtils();
  const form = useForm({ initialValues: draft ?? draftOf(override) });
  const answered = {
    onSuccess: async () => {
      notifyDone(t("representatives.overrides.saved"));
      onClose();
      await cache.influence.representatives.invalidate();
    },
    onError: (error: unknown) => form.setErrors(fieldErrors(error)),
  };
  const add = api.influence.representatives.addOverride.useMutation(answered);
  const edit = api.influence.representatives.editOverride.useMutation(answered);
  const error = add.error ?? edit.error;
  const save = form.onSubmit((values) => {
    const input = overrideInputOf(values);
    if (override === null) add.mutate(input);
    else edit.mutate({ ...input, id: override.id });
  });
  const text = (name: "name" | "email" | "electedOffice" | "districtName" | "partyName" | "phone" | "note") => ({
    label: t(`representatives.overrides.fields.${name}`),
    ...form.getInputProps(name),
  });
  const { place, isVacant } = form.values;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(override === null ? "representatives.overrides.add" : "representatives.overrides.editTitle")}
      size="lg"
    >
      <form onSubmit={save}>
        <Stack gap="md">
          {error !== null && <Alert color="brick">{errorMessage(error, locale)}</Alert>}
          <SegmentedControl
            aria-label={t("representatives.overrides.fields.place")}
            data={(["code", "district"] as const).map((value) => ({ value, label: t(`representatives.overrides.places.${value}`) }))}
            {...form.getInputProps("place")}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: "end" }}>
            {place === "code" ? (
              <TextInput label={t("representatives.postalCode")} placeholder="A1A 1A1" required {...form.getInputProps("postalCode")} />
            ) : (
              <TextInput
                label={t("representatives.overrides.fields.district")}
                description={t("representatives.overrides.districtHint")}
                placeholder="edmonton-wards/papastew"
                required
                {...form.getInputProps("district")}
              />
            )}
            <Select
              label={t("representatives.overrides.fields.level")}
              data={governmentLevels.map((value) => ({ value, label: t(`campaigns.levels.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps("level")}
            />
          </SimpleGrid>
          <TextInput {...text("electedOffice")} description={t("representatives.overrides.officeHint")} />
          <Checkbox label={t("representatives.overrides.fields.isVacant")} {...form.getInputProps("isVacant", { type: "checkbox" })} />
          {!isVacant && (
            <SimpleGrid cols={{ base: 1, sm: 2 }} style={{ alignItems: "end" }}>
              <TextInput {...text("name")} required />
              <TextInput {...text("email")} type="email" description={t("representatives.overrides.emailHint")} />
              <TextInput {...text("phone")} type="tel" />
              <TextInput {...text("partyName")} />
            </SimpleGrid>
          )}
          <TextInput {...text("districtName")} />
          <TextInput {...text("note")} description={t("representatives.overrides.noteHint")} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" loading={add.isPending || edit.isPending}>
              {t("actions.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
