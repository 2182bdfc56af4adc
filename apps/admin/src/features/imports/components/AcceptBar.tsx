import { Button, Group, Modal, NumberInput, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconChecks } from "@tabler/icons-react";
import { useState } from "react";

type Props = { fileName: string | null; isBusy: boolean; onAccept: (confidence: number) => void };

const suggested = 85;

/** Takes the best door of everybody who has a sure enough one, after asking. */
export const AcceptBar = ({ fileName, isBusy, onAccept }: Props) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [confidence, setConfidence] = useState<number | string>(suggested);
  const isGood = typeof confidence === "number" && confidence >= 60 && confidence <= 100;
  return (
    <>
      <Button variant="default" leftSection={<IconChecks size={17} />} loading={isBusy} onClick={() => setAsking(true)}>
        {t("unmatched.acceptMany")}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t("unmatched.acceptTitle")}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isGood) return;
            setAsking(false);
            onAccept(confidence);
          }}
        >
          <Stack>
            <Text size="sm">{fileName === null ? t("unmatched.acceptText") : t("unmatched.acceptTextOf", { name: fileName })}</Text>
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
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setAsking(false)}>
                {t("actions.cancel")}
              </Button>
              <Button type="submit" disabled={!isGood}>
                {t("unmatched.accept")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
};
