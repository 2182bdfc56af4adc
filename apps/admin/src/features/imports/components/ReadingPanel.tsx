import { Paper, Select, SimpleGrid, Text, Title } from "@mantine/core";
import type { CsvReading, ImportPreview } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";

type Props = { reading: ImportPreview["reading"]; chosen: CsvReading; onChange: (csv: CsvReading) => void };
type Choice<T> = { value: T; name: string; label: string };

/** How the file was read: each finding may be overruled, and the rows below follow at once. */
export const ReadingPanel = ({ reading, chosen, onChange }: Props) => {
  const { t } = useTranslation();
  const encodings = (["utf-8", "utf-16le", "utf-16be", "windows-1252"] as const).map((value) => ({
    value,
    name: value,
    label: t(`imports.reads.encodings.${value}`),
  }));
  const delimiters = ([[",", "comma"], [";", "semicolon"], ["\t", "tab"], ["|", "bar"]] as const).map(([value, name]) => ({ value, name, label: t(`imports.reads.delimiters.${name}`) })); // prettier-ignore
  const quotes = ([['"', "double"], ["'", "single"]] as const).map(([value, name]) => ({ value, name, label: t(`imports.reads.quotes.${name}`) })); // prettier-ignore
  const headers = ([[true, "yes"], [false, "no"]] as const).map(([value, name]) => ({ value, name, label: t(`imports.reads.headers.${name}`) })); // prettier-ignore
  return (
    <Paper withBorder radius="md" p="lg">
      <Title order={2} fz={16}>
        {t("imports.reads.title")}
      </Title>
      {reading === null ? (
        <Text size="sm" c="dimmed" mt={4}>
          {t("imports.reads.geojson")}
        </Text>
      ) : (
        <>
          <Text size="sm" c="dimmed" mb="md">
            {t("imports.reads.lead")}
          </Text>
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} spacing="sm">
            <Found
              label={t("imports.reads.encoding")}
              choices={encodings}
              found={reading.encoding}
              value={chosen.encoding}
              onChange={(encoding) => onChange({ ...chosen, encoding })}
            />{" "}
            {/* prettier-ignore */}
            <Found label={t("imports.reads.delimiter")} choices={delimiters} found={reading.delimiter} value={chosen.delimiter} onChange={(delimiter) => onChange({ ...chosen, delimiter })} />{" "}
            {/* prettier-ignore */}
            <Found label={t("imports.reads.quote")} choices={quotes} found={reading.quote} value={chosen.quote} onChange={(quote) => onChange({ ...chosen, quote })} />{" "}
            {/* prettier-ignore */}
            <Found label={t("imports.reads.header")} choices={headers} found={reading.headerRow} value={chosen.headerRow} onChange={(headerRow) => onChange({ ...chosen, headerRow })} />{" "}
            {/* prettier-ignore */}
          </SimpleGrid>
        </>
      )}
    </Paper>
  );
};

type FoundProps<T> = {
  label: string;
  choices: readonly Choice<T>[];
  found: unknown;
  value: T | null;
  onChange: (value: T | null) => void;
};

const asFound = "found";

const Found = <T,>({ label, choices, found, value, onChange }: FoundProps<T>) => {
  const { t } = useTranslation();
  const seen = choices.find((choice) => choice.value === found)?.label ?? "";
  const data = [{ value: asFound, label: t("imports.reads.found", { value: seen }) }, ...choices.map(({ name, label }) => ({ value: name, label }))]; // prettier-ignore
  return (
    <Select
      label={label}
      // Once something is said, what would have been found is no longer known.
      data={value === null ? data : [{ value: asFound, label: t("imports.reads.found", { value: "…" }) }, ...data.slice(1)]}
      value={choices.find((choice) => choice.value === value)?.name ?? asFound}
      onChange={(name) => onChange(choices.find((choice) => choice.name === name)?.value ?? null)}
      allowDeselect={false}
    />
  );
};
