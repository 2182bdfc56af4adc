import { Alert, Button, Group, Modal, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { DateTimePicker } from "@mantine/dates";
import { useForm } from "@mantine/form";
import { errorMessage, fieldErrors } from "@cml/api-client";
import { type AddSittingBreakInput, governmentLevels, provinces } from "@cml/domain/influence";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSite } from "../../../session/useSite";
import { momentOfText } from "../../../shell/local-moment";
import { notifyDone } from "../../../shell/notify";
import { useFocusBack } from "../../../shell/useFocusBack";

const everywhere = "all";
type Draft = { level: AddSittingBreakInput["level"]; province: string; startsAt: string | null; endsAt: string | null; note: string };

export const BreakModal = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation();
  useFocusBack();
  const locale = useLocale();
  const cache = api.useUtils();
  const { timeZone } = useSite();
  const form = useForm<Draft>({ initialValues: { level: "FEDERAL", province: everywhere, startsAt: null, endsAt: null, note: "" } });
  const add = api.influence.representatives.addBreak.useMutation({
    onSuccess: async () => {
      notifyDone(t("representatives.breaks.added"));
      onClose();
      await cache.influence.representatives.invalidate();
    },
    onError: (error: unknown) => form.setErrors(fieldErrors(error)),
  });
  const save = form.onSubmit(({ level, province, startsAt, endsAt, note }) =>
    add.mutate({
      level,
      province: provinces.find((one) => one === province) ?? null,
      startsAt: momentOfText(startsAt, timeZone) ?? new Date(),
      endsAt: momentOfText(endsAt, timeZone),
      note: note.trim() === "" ? null : note.trim(),
    }),
  );
  const moment = (name: "startsAt" | "endsAt") => ({
    label: t(`representatives.breaks.fields.${name}`),
    description: t(`representatives.breaks.hints.${name}`),
    valueFormat: "D MMMM YYYY HH:mm",
    clearable: true,
    ...form.getInputProps(name),
  });
  return (
    <Modal opened onClose={onClose} title={t("representatives.breaks.add")} size="lg">
      <form onSubmit={save}>
        <Stack gap="md">
          {add.error !== null && <Alert color="brick">{errorMessage(add.error, locale)}</Alert>}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <Select
              label={t("representatives.overrides.fields.level")}
              data={governmentLevels.map((value) => ({ value, label: t(`campaigns.levels.${value}`) }))}
              allowDeselect={false}
              {...form.getInputProps("level")}
            />
            <Select
              label={t("representatives.breaks.fields.province")}
              data={[
                { value: everywhere, label: t("representatives.breaks.everywhere") },
                ...provinces.map((value) => ({ value, label: t(`representatives.provinces.${value}`) })),
              ]}
              allowDeselect={false}
              {...form.getInputProps("province")}
            />
            <DateTimePicker {...moment("startsAt")} />
            <DateTimePicker {...moment("endsAt")} />
          </SimpleGrid>
          <TextInput
            label={t("representatives.breaks.fields.note")}
            description={t("representatives.breaks.hints.note")}
            {...form.getInputProps("note")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" loading={add.isPending}>
              {t("actions.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};
