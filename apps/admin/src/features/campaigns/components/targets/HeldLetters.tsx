import { Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import type { KnownTarget } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../../api";
import { useSiteFormats } from "../../../../session/useSite";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { QueryState } from "../../../../shell/QueryState";
import { useFocusBack } from "../../../../shell/useFocusBack";

type Props = { campaignId: string; target: Pick<KnownTarget, "recipientKey" | "name">; onClose: () => void };

/** Letters that wait because their recipient is skipped or thanked: all ticked, each may be left out. */
export const HeldLetters = ({ campaignId, target: { recipientKey, name }, onClose }: Props) => {
  const { t } = useTranslation();
  useFocusBack();
  const query = api.influence.targets.held.useQuery({ campaignId, recipientKey });
  return (
    <Modal opened onClose={onClose} title={t("targets.held.title", { name })} size="lg">
      <QueryState query={query} shape="form" rows={3}>
        {({ letters, total }) => (
          <Choice key={letters.map(({ id }) => id).join()} {...{ campaignId, recipientKey, letters, total, onClose }} />
        )}
      </QueryState>
    </Modal>
  );
};

type Letter = { id: string; userName: string | null; userPostalCode: string | null; createdAt: Date };
type ChoiceProps = { campaignId: string; recipientKey: string; letters: Letter[]; total: number; onClose: () => void };

const Choice = ({ campaignId, recipientKey, letters, total, onClose }: ChoiceProps) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const [chosen, setChosen] = useState(() => letters.map(({ id }) => id));
  const decide = api.influence.targets.decideHeld.useMutation({
    onSuccess: async ({ letters: count }, { decision }) => {
      notifyDone(t(decision === "LET_GO" ? "targets.known.gone" : "targets.known.cancelled", { count }));
      await cache.influence.invalidate();
      if (count >= total) onClose();
    },
    onError: notifyFailed,
  });
  if (letters.length === 0) return <Text size="sm">{t("targets.held.none")}</Text>;
  const all = chosen.length === letters.length;
  const act = (decision: "LET_GO" | "CANCEL") => decide.mutate({ campaignId, recipientKey, decision, ids: chosen });
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t("targets.held.lead")}
      </Text>
      <Checkbox
        label={t("targets.held.all", { count: letters.length })}
        checked={all}
        indeterminate={!all && chosen.length > 0}
        onChange={() => setChosen(all ? [] : letters.map(({ id }) => id))}
      />
      <Checkbox.Group value={chosen} onChange={setChosen} aria-label={t("targets.held.letters")}>
        <Stack gap="sm" mah="45dvh" pl={4} py={4} style={{ overflowY: "auto" }}>
          {letters.map(({ id, userName, userPostalCode, createdAt }) => (
            <Checkbox
              key={id}
              value={id}
              label={userName ?? t("targets.held.noName")}
              description={[userPostalCode, formats.dateTime(createdAt)].filter(Boolean).join(" · ")}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {total > letters.length && (
        <Text size="sm" c="dimmed">
          {t("targets.held.more", { shown: formats.number(letters.length), total: formats.number(total) })}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t("targets.held.cancelText")}
      </Text>
      <Group justify="space-between" gap="sm">
        <Button
          variant="subtle"
          color="brick"
          disabled={chosen.length === 0}
          loading={decide.isPending && decide.variables.decision === "CANCEL"}
          onClick={() => act("CANCEL")}
        >
          {t("targets.held.cancel", { count: chosen.length })}
        </Button>
        <Button
          disabled={chosen.length === 0}
          loading={decide.isPending && decide.variables.decision === "LET_GO"}
          onClick={() => act("LET_GO")}
        >
          {t("targets.held.letGo", { count: chosen.length })}
        </Button>
      </Group>
    </Stack>
  );
};
