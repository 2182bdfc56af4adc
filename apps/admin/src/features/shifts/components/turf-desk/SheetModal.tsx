import { Anchor, Button, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import type { Locale } from "@cml/domain/kernel";
import type { PrintSheetInput, TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../../api";
import { notifyFailed } from "../../../../shell/notify";

type Props = { turf: TurfAssignment; onClose: () => void };

/** A turf on paper: which paper, which language, and then the PDF. */
export const SheetModal = ({ turf, onClose }: Props) => {
  const { t, i18n } = useTranslation();
  const [paper, setPaper] = useState<PrintSheetInput["paper"]>("LETTER");
  const [locale, setLocale] = useState<Locale>(i18n.language === "fr" ? "fr" : "en");
  const print = api.map.walkSheets.print.useMutation({ onError: notifyFailed });
  return (
    <Modal opened onClose={onClose} title={t("turfDesk.printTitle", { turf: turf.cutName })}>
      <Stack>
        <Text size="sm">{t("turfDesk.printText")}</Text>
        <Choice
          label={t("turfDesk.paper")}
          value={paper}
          onChange={setPaper}
          data={[
            { value: "LETTER", label: t("turfDesk.letter") },
            { value: "A4", label: t("turfDesk.a4") },
          ]}
        />
        <Choice
          label={t("turfDesk.language")}
          value={locale}
          onChange={setLocale}
          data={[
            { value: "en", label: "English" },
            { value: "fr", label: "Français" },
          ]}
        />
        {print.data === undefined ? (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button
              leftSection={<IconPrinter size={16} />}
              loading={print.isPending}
              onClick={() => print.mutate({ assignmentId: turf.id, paper, locale })}
            >
              {t("turfDesk.makeSheet")}
            </Button>
          </Group>
        ) : (
          <Group justify="space-between" role="status">
            <Text size="sm">{t("turfDesk.sheetMade", { count: print.data.doors, code: print.data.code })}</Text>
            <Anchor href={`/walk-sheets/${print.data.id}.pdf`} target="_blank" rel="noopener" fw={600}>
              {t("turfDesk.openPdf")}
            </Anchor>
          </Group>
        )}
      </Stack>
    </Modal>
  );
};

type ChoiceProps<T extends string> = { label: string; value: T; onChange: (value: T) => void; data: { value: T; label: string }[] };

const Choice = <T extends string>({ label, value, onChange, data }: ChoiceProps<T>) => (
  <Group justify="space-between">
    <Text size="sm" fw={550}>
      {label}
    </Text>
    <SegmentedControl aria-label={label} value={value} onChange={onChange} data={data} />
  </Group>
);
