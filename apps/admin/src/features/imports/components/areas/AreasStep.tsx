import { Alert, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { errorMessage, failureOf } from "@cml/api-client";
import type { AreaReading, AreaReview, ReviewedArea } from "@cml/domain/map";
import { useLocale, useTranslation } from "@cml/ui/i18n";
import { keepPreviousData } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { notifyFailed } from "../../../../shell/notify";
import { QueryState } from "../../../../shell/QueryState";
import { fileNameOf, type ImportDraft } from "../../model/import-draft";
import { CountsPicture } from "../CountsPicture";
import { AreaFields, ProjectionQuestion } from "./AreaFields";
import { AreaMap } from "./AreaMap";
import classes from "./AreaReview.module.css";
import { AreaRow } from "./AreaRow";

type Props = {
  draft: ImportDraft;
  onChange: (changes: Partial<ImportDraft>) => void;
  onBack: () => void;
  onStarted: (id: string) => void;
};

/** Every area of the file before it comes in: what would become of it, what is wrong where, and what is done about it. */
export const AreasStep = ({ draft, onChange, onBack, onStarted }: Props) => {
  const { t } = useTranslation();
  const locale = useLocale();
  const cache = api.useUtils();
  const { source, category, areas } = draft;
  const uploadKey = draft.uploadKey ?? "";
  const [asked] = useDebouncedValue(areas, 250);
  const review = api.map.imports.reviewAreas.useQuery(
    { uploadKey, source, category, areas: asked },
    { placeholderData: keepPreviousData, staleTime: Infinity, refetchOnWindowFocus: false, retry: false },
  );
  const start = api.map.imports.create.useMutation({
    onSuccess: async ({ id }) => {
      await cache.map.imports.list.invalidate();
      onStarted(id);
    },
    onError: notifyFailed,
  });
  const change = (next: AreaReading) => onChange({ areas: next });
  const back = (
    <Button variant="default" onClick={onBack}>
      {t("imports.back")}
    </Button>
  );
  if (review.isError) {
    const { messageKey, status } = failureOf(review.error);
    return (
      <Stack gap="lg" align="flex-start">
        {messageKey === "import.noProjection" ? (
          <ProjectionQuestion areas={areas} onChange={change} />
        ) : status === 400 ? (
          <Alert color="brick" role="alert" title={t("imports.unreadable", { name: fileNameOf(draft) })} maw={720}>
            {errorMessage(review.error, locale)}
          </Alert>
        ) : (
          <QueryState query={review}>{() => null}</QueryState>
        )}
        <Button variant="default" onClick={onBack}>
          {t("imports.otherFile")}
        </Button>
      </Stack>
    );
  }
  return (
    <QueryState query={review} shape="table">
      {(data) => (
        <Stack gap="lg">
          <AreaFields review={data} areas={areas} category={category} onChange={change} />
          <Areas review={data} areas={areas} onChange={change} />
          <Group justify="space-between">
            {back}
            <Begin
              review={data}
              skipped={areas.skipRows.length}
              isBusy={start.isPending || review.isFetching || asked !== areas}
              onBegin={() => start.mutate({ kind: "cuts", uploadKey, fileName: fileNameOf(draft), source, category, areas })}
            />
          </Group>
        </Stack>
      )}
    </QueryState>
  );
};

const isToDecide = ({ verdict, overlapsNew, overlapsHere, isMended }: ReviewedArea): boolean =>
  verdict === "refused" || verdict === "changed" || isMended || overlapsNew.length + overlapsHere.length > 0;

const without = (rows: readonly number[], row: number): number[] => rows.filter((one) => one !== row);

const Areas = ({ review, areas, onChange }: { review: AreaReview; areas: AreaReading; onChange: (areas: AreaReading) => void }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const [isAll, setAll] = useState(false);
  const [chosen, setChosen] = useState<number | null>(null);
  const skipped = useMemo(() => new Set(areas.skipRows), [areas.skipRows]);
  const toDecide = review.areas.filter((area) => isToDecide(area) || skipped.has(area.row));
  const shown = isAll ? review.areas : toDecide;
  const { created, changed, same, refused } = review.counts;
  return (
    <Paper withBorder radius="md" p={{ base: "md", sm: "lg" }}>
      <Title order={2} fz={16} mb="md">
        {t("areaReview.title")}
      </Title>
      <CountsPicture counts={{ read: created + changed + same + refused, created, changed, same, rejected: refused }} />
      {review.isMore && (
        <Text size="sm" c="dimmed" mt="sm">
          {t("areaReview.more", { shown: formats.number(review.areas.length) })}
        </Text>
      )}
      <Group my="md" justify="space-between">
        <SegmentedControl
          aria-label={t("areaReview.show")}
          value={isAll ? "all" : "conflicts"}
          onChange={(value) => setAll(value === "all")}
          data={[
            { value: "conflicts", label: `${t("areaReview.conflicts")} (${formats.number(toDecide.length)})` },
            { value: "all", label: `${t("areaReview.all")} (${formats.number(review.areas.length)})` },
          ]}
        />
      </Group>
      <div className={classes.stage}>
        <div>
          {shown.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t(review.areas.length === 0 ? "areaReview.nothing" : "areaReview.noConflicts")}
            </Text>
          ) : (
            <ul className={classes.rows} aria-label={t("areaReview.title")}>
              {shown.map((area) => (
                <AreaRow
                  key={area.row}
                  area={area}
                  isSkipped={skipped.has(area.row)}
                  isMendWanted={areas.mendRows.includes(area.row)}
                  isChosen={chosen === area.row}
                  onChoose={setChosen}
                  onSkip={(row, isSkipped) =>
                    onChange({ ...areas, skipRows: isSkipped ? [...areas.skipRows, row] : without(areas.skipRows, row) })
                  }
                  onMend={(row, isWanted) => {
                    setChosen(row);
                    onChange({ ...areas, mendRows: isWanted ? [...areas.mendRows, row] : without(areas.mendRows, row) });
                  }}
                />
              ))}
            </ul>
          )}
          <Text size="xs" c="dimmed" mt="sm">
            {t("areaReview.overlapHint")}
          </Text>
        </div>
        <div>
          <AreaMap areas={review.areas} skipped={skipped} chosen={chosen} onChoose={setChosen} />
        </div>
      </div>
    </Paper>
  );
};

type BeginProps = { review: AreaReview; skipped: number; isBusy: boolean; onBegin: () => void };

const Begin = ({ review: { counts, isMore }, skipped, isBusy, onBegin }: BeginProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const taken = Math.max(0, counts.created + counts.changed + counts.same - skipped);
  return (
    <Group gap="md">
      {skipped > 0 && (
        <Text size="sm" c="dimmed">
          {t("areaReview.skipped", { count: skipped, shown: formats.number(skipped) })}
        </Text>
      )}
      <Button loading={isBusy} disabled={taken === 0 && !isMore} onClick={onBegin}>
        {isMore ? t("imports.start") : t("areaReview.import", { count: taken, shown: formats.number(taken) })}
      </Button>
    </Group>
  );
};
