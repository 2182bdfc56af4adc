import { Button, Checkbox, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type BulkChanges, buildingTypes, buildingUses } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";

type Props = { isPending: boolean; onClose: () => void; onApply: (changes: BulkChanges) => void };

/** What all the chosen buildings become. */
export const BulkEdit = ({ isPending, onClose, onApply }: Props) => {
  const { t } = useTranslation();
  const form = useForm({
    initialValues: {
      buildingType: null as string | null,
      buildingUse: null as string | null,
      municipality: "",
      province: "",
      federalDistrict: "",
      clearSupport: false,
    },
  });
  const changes = changesOf(form.values);
  const keep = t("buildings.bulk.keep");
  return (
    <Modal opened onClose={onClose} title={t("buildings.bulk.editTitle")}>
      <form onSubmit={form.onSubmit(() => onApply(changes))}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t("buildings.bulk.editLead")}
          </Text>
          <Select
            label={t("buildings.filters.type")}
            placeholder={keep}
            data={buildingTypes.map((value) => ({ value, label: t(`doors.types.${value}`) }))}
            clearable
            {...form.getInputProps("buildingType")}
          />
          <Select
            label={t("buildings.use")}
            placeholder={keep}
            data={buildingUses.map((value) => ({ value: String(value), label: t(`buildings.uses.${value}`) }))}
            clearable
            {...form.getInputProps("buildingUse")}
          />
          <TextInput label={t("buildings.filters.municipality")} placeholder={keep} {...form.getInputProps("municipality")} />
          <TextInput label={t("buildings.province")} placeholder={keep} {...form.getInputProps("province")} />
          <TextInput label={t("buildings.filters.district")} placeholder={keep} {...form.getInputProps("federalDistrict")} />
          <Checkbox label={t("buildings.bulk.clearSupport")} {...form.getInputProps("clearSupport", { type: "checkbox" })} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button type="submit" loading={isPending} disabled={Object.keys(changes).length === 0}>
              {t("buildings.bulk.apply")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
};

type Values = Record<"municipality" | "province" | "federalDistrict", string> & {
  buildingType: string | null;
  buildingUse: string | null;
  clearSupport: boolean;
};

const changesOf = ({ buildingType, buildingUse, clearSupport, ...texts }: Values): BulkChanges => {
  const type = buildingTypes.find((one) => one === buildingType);
  const use = buildingUses.find((one) => String(one) === buildingUse);
  return {
    ...(type === undefined ? {} : { buildingType: type }),
    ...(use === undefined ? {} : { buildingUse: use }),
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== "")),
    ...(clearSupport ? { clearSupport } : {}),
  };
};
