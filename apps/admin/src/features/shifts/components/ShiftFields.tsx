import { Group, Paper, Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { DatePickerInput, TimeInput } from "@mantine/dates";
import { shiftKinds } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import { api } from "../../../api";
import type { ShiftForm } from "../hooks/useShiftForm";
import { ContactFields } from "./ContactFields";
import { OtherLanguage } from "./OtherLanguage";
import { PlacesFields } from "./PlacesFields";

export const ShiftFields = ({ form, children }: { form: ShiftForm; children?: ReactNode }) => {
  const { t } = useTranslation();
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 });
  return (
    <Paper withBorder radius="md" p="lg" maw={720}>
      <Stack gap="md">
        <TextInput label={t("shifts.fields.title")} required {...form.getInputProps("title")} />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <DatePickerInput label={t("shifts.fields.date")} required miw={200} valueFormat="D MMMM YYYY" {...form.getInputProps("date")} />
          <TimeInput label={t("shifts.fields.startTime")} required miw={120} {...form.getInputProps("startTime")} />
          <TimeInput label={t("shifts.fields.endTime")} required miw={120} {...form.getInputProps("endTime")} />
        </Group>
        <TextInput label={t("shifts.fields.location")} description={t("shifts.fields.locationHint")} {...form.getInputProps("location")} />
        <Select
          label={t("shifts.fields.kind")}
          allowDeselect={false}
          data={shiftKinds.map((value) => ({ value, label: t(`shifts.kinds.${value}`) }))}
          {...form.getInputProps("kind")}
        />
        <PlacesFields form={form} />
        <Select
          label={t("shifts.fields.turf")}
          description={t("shifts.fields.turfHint")}
          data={cuts.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          searchable
          clearable
          {...form.getInputProps("cutId")}
        />
        <ContactFields form={form} />
        <Textarea label={t("shifts.fields.description")} {...form.getInputProps("description")} />
        <Switch
          label={t("shifts.fields.isPublic")}
          description={t("shifts.fields.isPublicHint")}
          {...form.getInputProps("isPublic", { type: "checkbox" })}
        />
        <OtherLanguage form={form} />
        {children}
      </Stack>
    </Paper>
  );
};
