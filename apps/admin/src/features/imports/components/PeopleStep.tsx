import { Alert } from "@mantine/core";
import type { ImportPreview, PeopleReading } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import type { ImportDraft } from "../model/import-draft";
import { FieldRules } from "./FieldRules";
import { PeopleColumns } from "./PeopleColumns";
import { PeopleRows } from "./PeopleRows";
import { PresetBar } from "./PresetBar";
import { ReadingPanel } from "./ReadingPanel";

type Props = {
  draft: ImportDraft;
  preview: ImportPreview;
  people: NonNullable<ImportPreview["people"]>;
  onChange: (changes: Partial<ImportDraft>) => void;
};

/** How a list of people reads, which column is what, and at which doors its first rows would land. */
export const PeopleStep = ({ draft, preview, people, onChange }: Props) => {
  const { t } = useTranslation();
  const { source, csv, points, overwrite } = draft;
  const { headers, reading, problem, rows } = preview;
  const options = { source, mapping: null, csv, points, overwrite, people: readingOf(preview) };
  return (
    <>
      <ReadingPanel reading={reading} chosen={csv} onChange={(next) => onChange({ csv: next, people: null })} />
      <PeopleColumns
        headers={headers}
        people={people}
        onPreset={(preset) => onChange({ people: { preset, mapping: null } })}
        onMapping={(mapping) => onChange({ people: { preset: people.preset, mapping } })}
      />
      <PresetBar preset={draft.preset} given={{ kind: "people", headers, options }} onChange={onChange} />
      {problem?.problem === "noPersonColumn" && <Alert color="amber">{t("peopleImport.noPersonColumn")}</Alert>}
      {problem?.problem === "noAddressColumn" && <Alert color="amber">{t("peopleImport.noAddressColumn")}</Alert>}
      {problem?.problem === "unknownColumn" && <Alert color="amber">{t("imports.problems.unknownColumn")}</Alert>}
      <PeopleRows rows={rows} />
      <FieldRules ofPeople overwrite={overwrite} onChange={(next) => onChange({ overwrite: next })} />
    </>
  );
};

/** What the server is told: the preset and columns as they are shown. */
export const readingOf = ({ people }: ImportPreview): PeopleReading | null =>
  people === null ? null : { preset: people.preset, mapping: people.mapping };
