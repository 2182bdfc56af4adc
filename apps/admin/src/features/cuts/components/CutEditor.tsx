import { Alert, Button, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useHotkeys } from "@mantine/hooks";
import type { CreateCutInput, CutGeometry } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconLock } from "@tabler/icons-react";
import { type ReactNode, useMemo } from "react";
import { useBoundaryDraft } from "../hooks/useBoundaryDraft";
import { useLiveCount } from "../hooks/useLiveCount";
import { BoundaryState } from "./BoundaryState";
import { CutFields, type CutFormValues } from "./CutFields";
import classes from "./CutStage.module.css";
import { DrawMap } from "./DrawMap";
import { DrawTools } from "./DrawTools";

type Written = Omit<CreateCutInput, "geometry" | "opacity"> & { geometry?: CutGeometry };

type Props = {
  title: string;
  back: ReactNode;
  /** The choice between drawing and other ways to a boundary. */
  ways?: ReactNode;
  begin: CutFormValues & { geometry: CutGeometry | null; completionPercentage: number };
  /** The turf that is changed: it does not overlap itself. */
  exceptId: string | null;
  /** An imported boundary: everything but its shape may change. */
  isLocked: boolean;
  isSaving: boolean;
  onSave: (written: Written) => void;
  onCancel: () => void;
};

/** Draws a boundary and says what it holds, beside what the turf is called. */
export const CutEditor = ({ title, back, ways, begin, exceptId, isLocked, isSaving, onSave, onCancel }: Props) => {
  const { t } = useTranslation();
  const { geometry: beginGeometry, completionPercentage, ...fields } = begin;
  const draft = useBoundaryDraft(beginGeometry);
  const { inside, isCounting } = useLiveCount(draft.geometry, exceptId);
  const form = useForm<CutFormValues>({
    initialValues: fields,
    validate: { name: (value) => (value.trim() === "" ? t("form.required") : null) },
  });
  useHotkeys(
    [
      ["mod+z", draft.undo],
      ["mod+shift+z", draft.redo],
      ["mod+y", draft.redo],
      ["Delete", draft.remove],
      ["Backspace", draft.remove],
      ["[", () => draft.stepCorner(-1)],
      ["]", () => draft.stepCorner(1)],
    ],
    ["INPUT", "TEXTAREA", "SELECT"],
  );
  const trouble = useMemo(() => (draft.problem?.at ? { ...draft.problem.at, label: t("turf.draw.trouble") } : null), [draft.problem, t]);
  const submit = form.onSubmit((values) => {
    if (draft.geometry === null) return;
    const { description, ...rest } = values;
    onSave({
      ...rest,
      description: description.trim() === "" ? null : description,
      ...(draft.isChanged || exceptId === null ? { geometry: draft.geometry } : {}),
    });
  });
  return (
    <form className={classes.stage} data-fills onSubmit={submit} noValidate>
      <section className={classes.side} aria-label={title}>
        <div className={classes.body}>
          <Stack gap="lg">
            <div>
              {back}
              <Title order={1} fz={22} mt={4}>
                {title}
              </Title>
            </div>
            {ways}
            {isLocked && (
              <Alert icon={<IconLock />} title={t("turf.official")}>
                {t("turf.officialHint")}
              </Alert>
            )}
            <BoundaryState draft={draft} inside={inside} isCounting={isCounting} />
            <CutFields form={form} doors={inside?.addresses ?? null} completionPercentage={completionPercentage} />
          </Stack>
        </div>
        <div className={classes.foot}>
          {draft.rings.length === 0 && (
            <Text size="sm" c="dimmed" mr="auto" style={{ alignSelf: "center" }}>
              {t("turf.draw.nothing")}
            </Text>
          )}
          <Button variant="default" onClick={onCancel}>
            {t("actions.cancel")}
          </Button>
          <Button type="submit" loading={isSaving} disabled={draft.geometry === null || draft.problem !== null}>
            {t("actions.save")}
          </Button>
        </div>
      </section>
      <div className={classes.map}>
        {!isLocked && <DrawTools draft={draft} />}
        <DrawMap draft={draft} isLocked={isLocked} exceptId={exceptId} begin={beginGeometry} trouble={trouble} />
      </div>
    </form>
  );
};
