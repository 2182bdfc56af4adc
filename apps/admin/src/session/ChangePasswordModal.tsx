import { Button, Modal } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { ChangePasswordForm } from "./ChangePasswordForm";

type Props = { opened: boolean; onClose: () => void };

export const ChangePasswordModal = ({ opened, onClose }: Props) => {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t("account.changePassword")} closeOnClickOutside={false}>
      <ChangePasswordForm
        onChanged={onClose}
        wayOut={
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
        }
      />
    </Modal>
  );
};
