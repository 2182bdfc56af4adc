import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  text: string;
  /** What happens, in the words of the button that led here. */
  action: string;
  isPending: boolean;
  onConfirm: () => void;
};

/** For the few steps that cannot be undone. */
export const ConfirmModal = ({ opened, onClose, title, text, action, isPending, onConfirm }: Props) => {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <Stack>
        <Text size="sm">{text}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t("actions.cancel")}
          </Button>
          <Button color="brick" loading={isPending} onClick={onConfirm}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
};
