import { Anchor, Group, Stack, Stepper, Text } from "@mantine/core";
import { PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowLeft } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { api } from "../../../api";
import { oneOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { ColumnsStep } from "../components/ColumnsStep";
import { FileStep } from "../components/FileStep";
import { KindChoice } from "../components/KindChoice";
import { NarStep } from "../components/NarStep";
import { RunStep } from "../components/RunStep";
import { type ImportDraft, newDraft, wizardKinds } from "../model/import-draft";

/** File, columns, difference, run: a step back never loses what was chosen, and a run has its own address. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const [search, setSearch] = usePageSearch((raw) => ({ kind: oneOf(wizardKinds, raw["kind"]) ?? "addresses", run: textOf(raw["run"]) }));
  const [draft, setDraft] = useState<ImportDraft>(() => newDraft(search.kind));
  const change = useCallback((changes: Partial<ImportDraft>) => setDraft((before) => ({ ...before, ...changes })), []);
  const shown = api.map.imports.get.useQuery({ id: search.run }, { enabled: search.run !== "" });
  const runStep = shown.data?.isComparison === true ? 2 : 3;
  const step = search.run !== "" ? runStep : draft.uploadKey !== null ? 1 : 0;
  const started = (run: string) => setSearch({ run, kind: draft.kind });
  return (
    <>
      <PageHeader
        title={t("imports.title")}
        lead={t("imports.lead")}
        back={
          <Anchor component={Link} to="/imports" size="sm" c="dimmed">
            <Group component="span" gap={4}>
              <IconArrowLeft size={15} /> {t("imports.listTitle")}
            </Group>
          </Anchor>
        }
      />
      <Stepper active={step} size="sm" mb="xl" maw={920} allowNextStepsSelect={false} visibleFrom="xs">
        {(["file", "columns", "difference", "run"] as const).map((name) => (
          <Stepper.Step key={name} label={t(`imports.steps.${name}`)} />
        ))}
      </Stepper>
      {step === 0 && (
        <Stack gap="lg">
          <KindChoice
            kind={draft.kind}
            onChange={(kind) => {
              setDraft(newDraft(kind));
              setSearch({ kind });
            }}
          />
          {draft.kind === "nar" ? <NarStep onStarted={started} /> : <FileStep draft={draft} onChange={change} />}
          <Text size="sm" c="dimmed" maw={720}>
            {t("imports.otherKinds")}
          </Text>
        </Stack>
      )}
      {step === 1 && <ColumnsStep draft={draft} onChange={change} onBack={() => change({ uploadKey: null })} onStarted={started} />}
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
