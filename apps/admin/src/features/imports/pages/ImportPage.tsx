import { Stack, Stepper } from "@mantine/core";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useCallback, useState } from "react";
import { api } from "../../../api";
import { BackLink } from "../../../shell/BackLink";
import { oneOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { AreasStep } from "../components/areas/AreasStep";
import { ColumnsStep } from "../components/ColumnsStep";
import { FileStep } from "../components/FileStep";
import { KindChoice } from "../components/KindChoice";
import { NarStep } from "../components/NarStep";
import { ReadyStep } from "../components/ReadyStep";
import { RunStep } from "../components/RunStep";
import { type ImportDraft, newDraft, stepsOf, wizardKinds } from "../model/import-draft";

/** File, columns, difference, run: a step back never loses what was chosen, and a run has its own address. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = usePageSearch((raw) => ({ kind: oneOf(wizardKinds, raw["kind"]) ?? "addresses", run: textOf(raw["run"]) }));
  const [draft, setDraft] = useState<ImportDraft>(() => newDraft(search.kind));
  const change = useCallback((changes: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...changes })), []);
  const shown = api.map.imports.get.useQuery({ id: search.run }, { enabled: search.run !== "" });
  const { kind } = draft;
  const steps = stepsOf(search.run === "" ? kind : (shown.data?.kind ?? kind));
  const now = search.run !== "" ? (shown.data?.isComparison === true ? "difference" : "run") : draft.uploadKey === null ? "file" : steps[1];
  const back = () => change({ uploadKey: null });
  const started = (run: string) => setSearch({ run, kind });
  return (
    <>
      <PageHeader title={t("imports.title")} lead={t("imports.lead")} back={<BackLink to="/imports">{t("imports.listTitle")}</BackLink>} />
      <Stepper active={steps.findIndex((name) => name === now)} size="sm" mb="xl" maw={920} allowNextStepsSelect={false} visibleFrom="xs">
        {steps.map((name) => (
          <Stepper.Step key={name} label={t(`imports.steps.${name}`)} />
        ))}
      </Stepper>
      {now === "file" && (
        <Stack gap="lg">
          <KindChoice
            kind={kind}
            onChange={(next) => {
              setDraft(newDraft(next));
              setSearch({ kind: next });
            }}
          />
          {kind === "nar" ? <NarStep onStarted={started} /> : <FileStep key={kind} kind={kind} draft={draft} onChange={change} />}
        </Stack>
      )}
      {now === "columns" && <ColumnsStep draft={draft} onChange={change} onBack={back} onStarted={started} />}
      {now === "review" && <AreasStep draft={draft} onChange={change} onBack={back} onStarted={started} />}
      {now === "ready" && (kind === "lines" || kind === "basemap") && (
        <ReadyStep kind={kind} draft={draft} onBack={back} onStarted={started} />
      )}
      {search.run !== "" && (
        <RunStep
          key={search.run}
          id={search.run}
          onStarted={started}
          onAgain={() => {
            setDraft(newDraft(draft.kind));
            setSearch({ run: "" });
          }}
        />
      )}
    </>
  );
};
