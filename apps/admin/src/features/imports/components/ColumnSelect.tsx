import { Select } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";

type Props<Field extends string> = {
  field: Field;
  label: string;
  headers: string[];
  mapping: Partial<Record<Field, string>>;
  onMapping: (mapping: Partial<Record<Field, string>>) => void;
};

/** Which column of the file holds one field; cleared, the field is not read. */
export const ColumnSelect = <Field extends string>({ field, label, headers, mapping, onMapping }: Props<Field>) => {
  const { t } = useTranslation();
  const choose = (column: string | null) => {
    const { [field]: _before, ...others } = mapping;
    onMapping((column === null ? others : { ...others, [field]: column }) as typeof mapping);
  };
  return (
    <Select
      label={label}
      placeholder={t("imports.notUsed")}
      data={headers}
      value={mapping[field] ?? null}
      onChange={choose}
      clearable
      searchable
    />
  );
};
