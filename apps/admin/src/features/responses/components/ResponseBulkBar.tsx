import { Alert, Button, Group, Modal, Text } from "@mantine/core";
import type { DecidedResponses, ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { locales } from "@cml/domain/kernel";
import { useState } from "react";
import { api } from "../../../api";
import { ChosenBar } from "../../../shell/Choosing";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { reasonIn } from "../model/reject-reasons";
import { RejectPanel } from "./RejectPanel";

type Props = {
  rows: ResponseView[];
  selected: ResponseView[];
  onChoose: (ids: string[]) => void;
  onDone: () => Promise<void>;
};
type Decision = "APPROVED" | "REJECTED";

/** One decision about the chosen responses, and the way back from the last one. */
export const ResponseBulkBar = ({ rows, selected, onChoose, onDone }: Props) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState<{ text: string; changes: DecidedResponses["changes"] } | null>(null);
  const decide = api.influence.responses.decide.useMutation();
  const undo = api.influence.responses.undo.useMutation({
    onSuccess: async ({ responses }) => {
      setDone(null);
      notifyDone(t("responses.list.undone", { count: responses.length }));
      await onDone();
    },
    onError: notifyFailed,
  });
  const undecided = (decision: Decision) => selected.filter(({ status }) => status !== decision);
  const first = selected[0]?.locale ?? "en";
  const send = async (decision: Decision, reason: string | null) => {
    const result: DecidedResponses = { changes: [], skipped: [] };
    // Everybody is told in her own language.
    for (const locale of locales) {
      const ids = undecided(decision).flatMap((one) => (one.locale === locale ? [one.id] : []));
      if (ids.length === 0) continue;
      const said = reason === null ? null : reasonIn(reason, first, locale);
      const { changes, skipped } = await decide.mutateAsync({ ids, decision, reason: said });
      result.changes.push(...changes);
      result.skipped.push(...skipped);
    }
    const words = decision === "APPROVED" ? "responses.list.approved" : "responses.list.rejected";
    const left = result.skipped.length === 0 ? [] : [t("responses.list.skipped", { count: result.skipped.length })];
    setDone({ text: [t(words, { count: result.changes.length }), ...left].join(" "), changes: result.changes });
    onChoose([]);
    await onDone();
  };
  const run = (decision: Decision, reason: string | null) => {
    setAsking(false);
    send(decision, reason).catch(notifyFailed);
  };
  const [approvable, rejectable] = [undecided("APPROVED"), undecided("REJECTED")];
  return (
    <>
      {done !== null && selected.length === 0 && (
        <Alert
          color="spruce"
          py={6}
          mb="sm"
          withCloseButton
          closeButtonLabel={t("actions.close")}
          onClose={() => setDone(null)}
          role="status"
        >
          <Group gap="sm">
            <Text size="sm">{done.text}</Text>
            {done.changes.length > 0 && (
              <Button size="compact-sm" variant="default" loading={undo.isPending} onClick={() => undo.mutate({ changes: done.changes })}>
                {t("responses.actions.undo")}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {rows.length > 0 && (
        <ChosenBar label={t("responses.list.columns.choose")} isFloating={selected.length > 0}>
          {selected.length > 0 && (
            <>
              <Text size="sm" fw={600}>
                {t("responses.list.selected", { count: selected.length })}
              </Text>
              {approvable.length > 0 && (
                <Button size="compact-sm" loading={decide.isPending} onClick={() => run("APPROVED", null)}>
                  {t("responses.list.approve", { count: approvable.length })}
                </Button>
              )}
              {rejectable.length > 0 && (
                <Button size="compact-sm" variant="light" color="brick" disabled={decide.isPending} onClick={() => setAsking(true)}>
                  {t("responses.list.reject", { count: rejectable.length })}
                </Button>
              )}
              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChoose([])}>
                {t("responses.list.clear")}
              </Button>
            </>
          )}
          {selected.length < rows.length && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => onChoose(rows.map(({ id }) => id))}>
              {t("responses.list.selectAll")}
            </Button>
          )}
        </ChosenBar>
      )}
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t("responses.list.reject", { count: rejectable.length })} size="lg">
        <RejectPanel locale={first} isOffice={false} onReject={(reason) => run("REJECTED", reason)} onClose={() => setAsking(false)} />
      </Modal>
    </>
  );
};
