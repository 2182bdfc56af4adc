import { Modal, Stack, Table, Text } from "@mantine/core";
import type { SheetToType } from "@cml/domain/canvass";
import { sheetOutcomes } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { signKey } from "../model/keys";

/** What each key does, as on the paper. */
export const KeysHelp = ({ sheet, onClose }: { sheet: SheetToType; onClose: () => void }) => {
  const { t } = useTranslation();
  const rows: [key: string, meaning: string][] = [
    ...sheetOutcomes.map((outcome): [string, string] => [sheet.keys[outcome], t(`visits.outcomes.${outcome}`)]),
    ["1 – 4", t("sheets.helpSupport")],
    ["0", t("sheets.helpDeclined")],
    [signKey, t("sheets.sign")],
    [". /", t("sheets.note")],
    [t("sheets.helpSpace"), t("sheets.helpNext")],
    ["↑", t("sheets.helpPrevious")],
    ["⌫", t("sheets.helpUndo")],
    ["?", t("sheets.helpHelp")],
  ];
  return (
    <Modal opened onClose={onClose} title={t("sheets.help")}>
      <Stack gap="sm">
        <Text size="sm">{t("sheets.helpText")}</Text>
        <Text size="sm">{t("sheets.helpStay")}</Text>
        <Table verticalSpacing={5}>
          <Table.Tbody>
            {rows.map(([key, meaning]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" w={150} fw={600}>
                  {key}
                </Table.Th>
                <Table.Td>{meaning}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Stack>
    </Modal>
  );
};
