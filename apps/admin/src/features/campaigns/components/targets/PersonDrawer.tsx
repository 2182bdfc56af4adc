import { Drawer, Group, Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { fieldErrors } from "@cml/api-client";
import { type CustomRecipient, governmentLevels } from "@cml/domain/influence";
import { otherLocale } from "@cml/domain/kernel";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { useSite } from "../../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { useFocusBack } from "../../../../shell/useFocusBack";
import { DrawerFoot } from "./DrawerFoot";
import { inputOf, valuesOf } from "./person-form";

type Props = { campaignId: string; person: CustomRecipient | null; onClose: () => void };

/** Somebody of the campaign's own list, new or known. */
export const PersonDrawer = ({ campaignId, person, onClose }: Props) => {
  const { t } = useTranslation();
  useFocusBack();
  const cache = api.useUtils();
  const { defaultLocale } = useSite();
  const other = otherLocale(defaultLocale);
  const form = useForm({ initialValues: valuesOf(person, other) });
  const done = async (message: string) => {
    notifyDone(message);
    await cache.influence.targets.invalidate();
    onClose();
  };
  const save = api.influence.targets.recipients.save.useMutation({
    onSuccess: () => done(t("targets.people.saved")),
    onError: (error: unknown) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const remove = api.influence.targets.recipients.remove.useMutation({
    onSuccess: () => done(t("targets.people.removed")),
    onError: notifyFailed,
  });
  const submit = form.onSubmit((values) => save.mutate({ id: person?.id ?? null, campaignId, ...inputOf(values, other) }));
  const field = (name: keyof typeof form.values) => form.getInputProps(name);
  const word = (name: string) => t(`targets.people.fields.${name}`);
  return (
    <Drawer opened onClose={onClose} title={person?.recipientName ?? t("targets.people.add")}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <TextInput label={word("name")} required autoFocus={person === null} {...field("recipientName")} />
          <TextInput label={word("email")} type="email" required {...field("recipientEmail")} />
          <TextInput label={word("title")} {...field("recipientTitle")} />
          <TextInput label={word("titleOther")} {...field("titleOther")} />
          <TextInput label={word("organization")} {...field("recipientOrganization")} />
          <Group grow preventGrowOverflow={false} align="flex-start">
            <Select
              label={word("level")}
              placeholder={word("noLevel")}
              data={governmentLevels.map((value) => ({ value, label: t(`campaigns.levels.${value}`) }))}
              clearable
              {...field("level")}
            />
            <TextInput label={word("party")} {...field("partyName")} />
          </Group>
          <Group grow preventGrowOverflow={false} align="flex-start">
            <Select
              label={word("gender")}
              placeholder={t("targets.people.fields.genders.none")}
              data={(["F", "M"] as const).map((value) => ({ value, label: t(`targets.people.fields.genders.${value}`) }))}
              clearable
              {...field("gender")}
            />
            <Select
              label={word("language")}
              placeholder={word("noLanguage")}
              data={(["en", "fr"] as const).map((value) => ({ value, label: t(`languages.${value}`) }))}
              clearable
              {...field("preferredLocale")}
            />
          </Group>
          <TextInput label={word("phone")} type="tel" {...field("phone")} />
          <Textarea label={word("postalAddress")} autosize minRows={2} {...field("postalAddress")} />
          <TextInput label={word("contactUrl")} type="url" placeholder="https://" {...field("contactUrl")} />
          <AreaChoice value={form.values.area} onChange={(area) => form.setFieldValue("area", area)} />
          <Textarea label={word("notes")} autosize minRows={2} {...field("notes")} />
          <Switch label={word("active")} {...form.getInputProps("isActive", { type: "checkbox" })} />
          <DrawerFoot
            isSaving={save.isPending}
            removal={
              person === null
                ? null
                : {
                    action: t("targets.people.remove"),
                    title: t("targets.people.removeTitle", { name: person.recipientName }),
                    text: t("targets.people.removeText"),
                    isPending: remove.isPending,
                    onConfirm: () => remove.mutate({ id: person.id }),
                  }
            }
          />
        </Stack>
      </form>
    </Drawer>
  );
};

/** An imported area, found by its name; `value` is set/id, "" for none. */
export const AreaChoice = ({ value, onChange }: { value: string; onChange: (area: string) => void }) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const [search, setSearch] = useState("");
  const [asked] = useDebouncedValue(search, 250);
  const query = api.influence.targets.recipients.areas.useQuery({ search: asked.slice(0, 100), locale });
  const found = (query.data ?? []).map(({ set, id, name }) => ({ value: `${set}/${id}`, label: `${name} (${set})` }));
  const mine = value === "" || found.some((one) => one.value === value) ? [] : [{ value, label: value }];
  return (
    <Select
      label={t("targets.people.fields.area")}
      description={t("targets.people.fields.areaHint")}
      data={[...mine, ...found]}
      value={value === "" ? null : value}
      onChange={(area) => onChange(area ?? "")}
      searchable
      clearable
      onSearchChange={setSearch}
      // The server searches names, sets and ids; filtering its answer again by the label would hide matches.
      filter={({ options }) => options}
      nothingFoundMessage={t("targets.people.fields.noArea")}
    />
  );
};
