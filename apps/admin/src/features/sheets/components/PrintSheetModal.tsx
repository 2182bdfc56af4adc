import { Anchor, Button, Group, Modal, SegmentedControl, Stack, Text } from "@mantine/core";
import type { Locale } from "@cml/domain/kernel";
import type { PrintedSheet, PrintSheetInput } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";

type Paper = Pick<PrintSheetInput, "paper" | "locale">;
type Props = {
  name: string;
  text: string;
  made: PrintedSheet | undefined;
  isPending: boolean;
  onPrint: (paper: Paper) => void;
  onClose: () => void;
};

/** A turf on paper: which paper, which language, and then the PDF. */
export const PrintSheetModal = ({ name, text, made, isPending, onPrint, onClose }: Props) => {
  const { t, i18n } = useTranslation();
  const [paper, setPaper] = useState<Paper["paper"]>("LETTER");
  const [locale, setLocale] = useState<Locale>(i18n.language === "fr" ? "fr" : "en");
  return (
    <Modal opened onClose={onClose} title={t("turfDesk.printTitle", { turf: name })}>
      <Stack>
        <Text size="sm">{text}</Text>
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
        {made === undefined ? (
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("actions.cancel")}
            </Button>
            <Button leftSection={<IconPrinter size={16} />} loading={isPending} onClick={() => onPrint({ paper, locale })}>
              {t("turfDesk.makeSheet")}
            </Button>
          </Group>
        ) : (
          <Group justify="space-between" role="status">
            <Text size="sm">{t("turfDesk.sheetMade", { count: made.doors, code: made.code })}</Text>
            <Anchor href={`/walk-sheets/${made.id}.pdf`} target="_blank" rel="noopener" fw={600}>
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
