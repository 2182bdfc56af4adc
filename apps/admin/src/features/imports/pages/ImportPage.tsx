import { Anchor, Group, Stepper } from "@mantine/core";
import { importKinds } from "@cml/domain/map";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { oneOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { ColumnsStep } from "../components/ColumnsStep";
import { FileStep } from "../components/FileStep";
import { RunStep } from "../components/RunStep";
import { RecentImports } from "../components/RecentImports";
import { type ImportDraft, newDraft } from "../model/import-draft";

/** File, columns, run: a step back never loses what was chosen, and the run has its own address. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = usePageSearch((raw) => ({ kind: oneOf(importKinds, raw["kind"]) ?? "addresses", run: textOf(raw["run"]) }));
  const [draft, setDraft] = useState<ImportDraft>(() => newDraft(search.kind));
  const change = (changes: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const step = search.run !== "" ? 2 : draft.uploadKey !== null ? 1 : 0;
  return (
    <>
      <PageHeader
        title={t("imports.title")}
        lead={t("imports.lead")}
        back={
          <Anchor component={Link} to={search.kind === "cuts" ? "/turf" : "/doors"} size="sm" c="dimmed">
            <Group component="span" gap={4}>
              <IconArrowLeft size={15} /> {t(search.kind === "cuts" ? "turf.title" : "doors.title")}
            </Group>
          </Anchor>
        }
      />
      <Stepper active={step} size="sm" mb="xl" maw={720} allowNextStepsSelect={false}>
        <Stepper.Step label={t("imports.steps.file")} />
        <Stepper.Step label={t("imports.steps.columns")} />
        <Stepper.Step label={t("imports.steps.run")} />
      </Stepper>
      {step === 0 && (
        <>
          <FileStep draft={draft} onChange={change} />
          <RecentImports onOpen={(run) => setSearch({ run })} />
        </>
      )}
      {step === 1 && (
        <ColumnsStep
          draft={draft}
          onChange={change}
          onBack={() => change({ uploadKey: null })}
          onStarted={(run) => setSearch({ run, kind: draft.kind })}
        />
      )}
      {step === 2 && (
        <RunStep
          id={search.run}
          onAgain={() => {
            setDraft(newDraft(draft.kind));
            setSearch({ run: "" });
          }}
        />
      )}
    </>
  );
};
