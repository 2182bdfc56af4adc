import { Modal, Stack, Switch, Table } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useSingleKeys } from "../hooks/useDeskKeys";
import { deskDeeds, keysOf } from "../model/desk-keys";
import classes from "./Responses.module.css";

const signs: Record<string, string> = { ArrowRight: "→", ArrowLeft: "←" };

/** Every key and what it does, and the switch for those who would rather not. */
export const KeysModal = ({ opened, onClose }: { opened: boolean; onClose: () => void }) => {
  const { t } = useTranslation();
  const [isOn, setOn] = useSingleKeys();
  return (
    <Modal opened={opened} onClose={onClose} title={t("responses.keys.title")}>
      <Stack gap="md">
        <Table verticalSpacing={5}>
          <Table.Tbody>
            {deskDeeds.map((deed) => (
              <Table.Tr key={deed}>
                <Table.Td w={90}>
                  {keysOf[deed].map((key) => (
                    <kbd key={key} className={classes.key} style={{ marginInlineEnd: 4 }}>
                      {signs[key] ?? key}
                    </kbd>
                  ))}
                </Table.Td>
                <Table.Td>{t(`responses.actions.${deed}`)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          label={t("responses.keys.single")}
          description={t("responses.keys.singleHint")}
          checked={isOn}
          onChange={(event) => setOn(event.currentTarget.checked)}
        />
      </Stack>
    </Modal>
  );
};
