import { Button, type ButtonProps, Group, List, Progress, Stack, Text, Title } from "@mantine/core";
import { canUndoImport, type ImportRunView, type MapLineKind, mapLineKinds } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { notifyFailed } from "../../../shell/notify";

const undoTexts = {
  people: "peopleImport.undoText",
  lines: "imports.undo.textLines",
  basemap: "imports.undo.textBasemap",
  addresses: "imports.undo.text",
  nar: "imports.undo.text",
  cuts: "imports.undo.textCuts",
} as const;

/** The button that puts a whole import back, behind a question. */
export const UndoButton = ({ run, size }: { run: ImportRunView; size?: ButtonProps["size"] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const [isAsking, setAsking] = useState(false);
  const undo = api.map.imports.undo.useMutation({
    onSuccess: async (view) => {
      cache.map.imports.get.setData({ id: run.id }, view);
      setAsking(false);
      await cache.map.imports.list.invalidate();
    },
    onError: notifyFailed,
  });
  const { created, changed } = run.counts;
  // People and addresses that only wait for somebody came in with it as well.
  const { unmatched, unplaced } = run.summary;
  if (!canUndoImport(run) || created + changed + unmatched + unplaced === 0) return null;
  return (
    <>
      <Button size={size} variant="subtle" color="brick" leftSection={<IconArrowBackUp size={17} />} onClick={() => setAsking(true)}>
        {t(size === undefined ? "imports.undo.action" : "imports.undo.short")}
      </Button>
      <ConfirmModal
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t("imports.undo.title")}
        text={t(undoTexts[run.kind], {
          created: formats.number(created),
          changed: formats.number(changed),
        })}
        action={t("imports.undo.action")}
        isPending={undo.isPending}
        onConfirm={() => undo.mutate({ importId: run.id })}
      />
    </>
  );
};

/** Where an undo stands, and what it left in place. */
export const UndoState = ({ run: { id, kind, undo, fileName } }: { run: ImportRunView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (undo === null) return null;
  const { removed, restored, kept, total, step } = undo;
  const label = t("imports.undo.running", { name: fileName });
  return (
    <Stack gap="sm">
      {step !== "done" && <Progress value={total === 0 ? 100 : ((removed + restored + kept) / total) * 100} size="lg" aria-label={label} />}
      <Text size="sm">
        {kind === "basemap" && step === "done"
          ? t(kept > 0 ? "imports.undo.basemapKept" : "imports.undo.basemapDone")
          : t("imports.undo.counts", { removed: formats.number(removed), restored: formats.number(restored), kept: formats.number(kept) })}
      </Text>
      {step === "done" && kept > 0 && kind !== "basemap" && <KeptList id={id} kind={kind} />}
    </Stack>
  );
};

const pageSize = 50;

/** A line of the ground has no page of its own; without a name it is called what it is. */
const KeptName = ({ kind, id, name }: { kind: ImportRunView["kind"]; id: string; name: string }) => {
  const { t } = useTranslation();
  if (kind === "lines") return isLineKind(name) ? t(`imports.undo.nameless.${name}`) : name;
  if (kind === "cuts") return <Link to="/turf">{name}</Link>;
  return (
    <Link to="/doors" search={{ door: id }}>
      {name}
    </Link>
  );
};

const isLineKind = (name: string): name is MapLineKind => (mapLineKinds as readonly string[]).includes(name);

const KeptList = ({ id, kind }: { id: string; kind: ImportRunView["kind"] }) => {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const query = api.map.imports.kept.useQuery({ importId: id, page, pageSize });
  if (query.data === undefined) return null;
  const { items, total } = query.data;
  return (
    <div>
      <Title order={3} fz={15}>
        {t("imports.undo.kept")}
      </Title>
      <Text size="sm" c="dimmed" mb={6}>
        {t("imports.undo.keptLead")}
      </Text>
      <List size="sm" spacing={4}>
        {items.map(({ locationId, address, reason }) => (
          <List.Item key={locationId}>
            <KeptName kind={kind} id={locationId} name={address} /> · {t(`imports.undo.reasons.${reason}`)}
          </List.Item>
        ))}
      </List>
      {total > pageSize && (
        <Group gap="xs" mt="sm">
          <Button size="xs" variant="default" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {t("quality.queue.previous")}
          </Button>
          <Button size="xs" variant="default" disabled={page * pageSize >= total} onClick={() => setPage(page + 1)}>
            {t("quality.queue.next")}
          </Button>
        </Group>
      )}
    </div>
  );
};
