import { Anchor, Button, Group, Select, VisuallyHidden } from "@mantine/core";
import { type UnmatchedList, unmatchedReasons } from "@cml/domain/map";
import { EmptyState, PageHeader } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp, IconHomeCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useSiteFormats } from "../../../session/useSite";
import { oneOf, textOf, usePageSearch } from "../../../shell/usePageSearch";
import { QueryState } from "../../../shell/QueryState";
import { AcceptBar } from "../components/AcceptBar";
import { UnmatchedDesk } from "../components/UnmatchedDesk";
import { UnmatchedRunCard } from "../components/UnmatchedRunCard";
import { useUnmatchedQueue } from "../hooks/useUnmatchedQueue";
import { useUnmatchedRun } from "../hooks/useUnmatchedRun";

/** People of lists whose door nobody is sure of: each gets one of ours, a new one, or waits for later. */
export const UnmatchedPage = () => {
  const { t } = useTranslation();
  const [{ list, reason }, setSearch] = usePageSearch((raw) => ({
    list: textOf(raw["list"]),
    reason: oneOf(unmatchedReasons, raw["reason"]),
  }));
  const importId = list === "" ? null : list;
  const queue = useUnmatchedQueue({ importId, reason });
  const runs = useUnmatchedRun(queue.reload);
  const lists = queue.query.data?.imports ?? [];
  const undo = queue.canUndo && (
    <Button variant="default" leftSection={<IconArrowBackUp size={17} />} loading={queue.isBusy} onClick={queue.undo}>
      {t("unmatched.undo")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("unmatched.title")}
        lead={t("unmatched.lead")}
        back={
          <Anchor component={Link} to="/imports" size="sm" c="dimmed">
            {t("imports.listTitle")}
          </Anchor>
        }
        actions={
          queue.waiting > 0 && (
            <AcceptBar
              importId={importId}
              reason={reason}
              fileName={lists.find(({ id }) => id === importId)?.fileName ?? null}
              isBusy={runs.isBusy || runs.isOn}
              onAccept={runs.start}
            />
          )
        }
      />
      <VisuallyHidden role="status">{queue.said}</VisuallyHidden>
      <UnmatchedRunCard runs={runs} />
      <QueryState query={queue.query} shape="cards">
        {(data) => (
          <>
            <Filters data={data} list={list} reason={reason} onChange={setSearch} />
            {queue.current === null ? (
              <EmptyState icon={<IconHomeCheck />} title={t("unmatched.empty")} action={undo}>
                {t(list === "" && reason === null ? "unmatched.emptyText" : "unmatched.emptyFiltered")}
              </EmptyState>
            ) : (
              <UnmatchedDesk key={queue.current.id} queue={queue} waits={queue.current} />
            )}
          </>
        )}
      </QueryState>
    </>
  );
};

type FilterProps = {
  data: UnmatchedList;
  list: string;
  reason: string | null;
  onChange: (changes: { list?: string; reason?: UnmatchedList["items"][number]["reason"] | null }) => void;
};

/** One list, one reason; with a single list and reason there is nothing to choose. */
const Filters = ({ data: { imports, byReason }, list, reason, onChange }: FilterProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const reasons = unmatchedReasons.filter((one) => (byReason[one] ?? 0) > 0 || one === reason);
  if (imports.length < 2 && reasons.length < 2 && list === "" && reason === null) return null;
  return (
    <Group gap="sm" mb="md" align="flex-end">
      <Select
        w={{ base: "100%", xs: 260 }}
        label={t("unmatched.list")}
        placeholder={t("unmatched.allLists")}
        clearable
        data={imports.map(({ id, fileName, waiting }) => ({ value: id, label: `${fileName} (${formats.number(waiting)})` }))}
        value={list === "" ? null : list}
        onChange={(next) => onChange({ list: next ?? "" })}
      />
      <Select
        w={{ base: "100%", xs: 320 }}
        label={t("unmatched.why")}
        placeholder={t("unmatched.anyReason")}
        clearable
        data={reasons.map((value) => ({ value, label: `${t(`unmatched.reasons.${value}`)} (${formats.number(byReason[value] ?? 0)})` }))}
        value={reason}
        onChange={(next) => onChange({ reason: oneOf(unmatchedReasons, next) })}
      />
    </Group>
  );
};
