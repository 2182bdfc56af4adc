import { Button, Group, NumberInput, Paper, Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import { DatePickerInput, TimeInput } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import { shiftKinds, type ShiftKind } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../../../api";
import { notifyDone, notifyFailed } from "../../../shell/notify";

export const ShiftNewPage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = api.useUtils();
  const cuts = api.map.cuts.list.useQuery({ pageSize: 200 });
  const form = useForm({
    initialValues: {
      title: "",
      description: "",
      date: null as string | null,
      startTime: "18:00",
      endTime: "20:30",
      location: "",
      kind: "CANVASS" as ShiftKind,
      maxVolunteers: 6,
      isPublic: true,
      cutId: null as string | null,
    },
    validate: {
      title: (value) => (value.trim() === "" ? t("form.required") : null),
      date: (value) => (value === null ? t("form.required") : null),
    },
  });
  const create = api.map.shifts.create.useMutation({
    onSuccess: async ({ id }) => {
      await cache.map.shifts.invalidate();
      notifyDone(t("shifts.created"));
      await navigate({ to: `/shifts/${id}` });
    },
    onError: (error) => {
      form.setErrors(fieldErrors(error));
      notifyFailed(error);
    },
  });
  const submit = form.onSubmit(({ date, description, location, ...values }) => {
    if (date === null) return;
    create.mutate({ ...values, date, description: description.trim() || null, location: location.trim() || null });
  });
  return (
    <form onSubmit={submit}>
      <PageHeader
        title={t("shifts.new")}
        lead={t("shifts.newLead")}
        actions={
          <Button type="submit" loading={create.isPending}>
            {t("shifts.create")}
          </Button>
        }
      />
      <Paper withBorder radius="md" p="lg" maw={720}>
        <Stack gap="md">
          <TextInput label={t("shifts.fields.title")} required {...form.getInputProps("title")} />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <DatePickerInput label={t("shifts.fields.date")} required miw={200} valueFormat="LL" {...form.getInputProps("date")} />
            <TimeInput label={t("shifts.fields.startTime")} required miw={120} {...form.getInputProps("startTime")} />
            <TimeInput label={t("shifts.fields.endTime")} required miw={120} {...form.getInputProps("endTime")} />
          </Group>
          <TextInput
            label={t("shifts.fields.location")}
            description={t("shifts.fields.locationHint")}
            {...form.getInputProps("location")}
          />
          <Group grow align="flex-start" preventGrowOverflow={false}>
            <Select
              label={t("shifts.fields.kind")}
              miw={200}
              data={shiftKinds.map((value) => ({ value, label: t(`shifts.kinds.${value}`) }))}
              {...form.getInputProps("kind")}
            />
            <NumberInput label={t("shifts.fields.maxVolunteers")} min={1} max={1000} miw={160} {...form.getInputProps("maxVolunteers")} />
          </Group>
          <Select
            label={t("shifts.fields.turf")}
            description={t("shifts.fields.turfHint")}
            data={cuts.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []}
            searchable
            clearable
            {...form.getInputProps("cutId")}
          />
          <Textarea label={t("shifts.fields.description")} {...form.getInputProps("description")} />
          <Switch
            label={t("shifts.fields.isPublic")}
            description={t("shifts.fields.isPublicHint")}
            {...form.getInputProps("isPublic", { type: "checkbox" })}
          />
        </Stack>
      </Paper>
    </form>
  );
};
