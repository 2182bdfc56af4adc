import { ColorInput, Select, Stack, Switch, Text, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { type CutCategory, cutCategories } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { PublicPreview } from "./PublicPreview";

export type CutFormValues = { name: string; category: CutCategory; color: string; description: string; isPublic: boolean };

/** Told apart by eyes that do not see all colours, on paper and at night (after Okabe and Ito). */
const swatches = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#3388ff", "#7a6a4f"];

type Props = { form: UseFormReturnType<CutFormValues>; doors: number | null; completionPercentage: number };

/** What a turf is called and how it looks. */
export const CutFields = ({ form, doors, completionPercentage }: Props) => {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <TextInput label={t("turf.fields.name")} maxLength={120} withAsterisk {...form.getInputProps("name")} />
      <Select
        label={t("turf.fields.category")}
        allowDeselect={false}
        data={cutCategories.map((value) => ({ value, label: t(`turf.categories.${value}`) }))}
        {...form.getInputProps("category")}
      />
      <ColorInput
        label={t("turf.fields.color")}
        format="hex"
        withEyeDropper={false}
        swatches={swatches}
        swatchesPerRow={8}
        closeOnColorSwatchClick
        {...form.getInputProps("color")}
      />
      <Textarea
        label={t("turf.fields.description")}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        {...form.getInputProps("description")}
      />
      <Switch label={t("turf.fields.isPublic")} {...form.getInputProps("isPublic", { type: "checkbox" })} />
      {form.values.isPublic && (
        <Text size="sm" c="dimmed" mt={-8}>
          <PublicPreview name={form.values.name} doors={doors} completionPercentage={completionPercentage} isPublic />
        </Text>
      )}
    </Stack>
  );
};
