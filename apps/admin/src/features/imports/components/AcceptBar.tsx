import { Button, Group, Modal, NumberInput, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { AcceptUnmatchedInput, UnmatchedReason } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconChecks } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";

type Props = {
  importId: string | null;
  reason: UnmatchedReason | null;
  fileName: string | null;
  isBusy: boolean;
  onAccept: (meant: AcceptUnmatchedInput) => void;
};

const suggested = 85;

/** Takes the best door of everybody who has a sure enough one, after asking; how many that are is said first. */
export const AcceptBar = (props: Props) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconChecks size={17} />} loading={props.isBusy} onClick={() => setAsking(true)}>
        {t("unmatched.acceptMany")}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t("unmatched.acceptTitle")}>
        <Asking {...props} onClose={() => setAsking(false)} />
      </Modal>
    </>
  );
};

const Asking = ({ importId, reason, fileName, onAccept, onClose }: Props & { onClose: () => void }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const [confidence, setConfidence] = useState<number | string>(suggested);
  const [settled] = useDebouncedValue(confidence, 250);
  const isGood = typeof confidence === "number" && confidence >= 60 && confidence <= 100;
  const meant = { importId, reason, confidence: typeof settled === "number" ? settled : suggested };
  const count = api.map.unmatched.runs.count.useQuery(meant, { enabled: isGood && settled === confidence });
  const many = settled === confidence ? count.data : undefined;
  const of = fileName ?? "";
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isGood || many === 0) return;
        onClose();
        onAccept({ importId, reason, confidence });
      }}
    >
      <Stack>
        <Text size="sm">{fileName === null ? t("unmatched.acceptText") : t("unmatched.acceptTextOf", { name: of })}</Text>
        {reason !== null && <Text size="sm">{t("unmatched.acceptReason", { reason: t(`unmatched.reasons.${reason}`) })}</Text>}
        <NumberInput
          label={t("unmatched.acceptFrom")}
          description={t("unmatched.acceptHint")}
          min={60}
          max={100}
          clampBehavior="strict"
          allowDecimal={false}
          value={confidence}
          onChange={setConfidence}
          data-autofocus
        />
        <Text size="sm" fw={550} role="status" mih="1.5em">
          {many === undefined ? "" : t("unmatched.acceptCount", { count: many, shown: formats.number(many) })}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button type="submit" disabled={!isGood || many === 0}>
            {t("unmatched.accept")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
