import { Button, Group } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { ConfirmModal } from "../../../../shell/ConfirmModal";

type Removal = { action: string; title: string; text: string; isPending: boolean; onConfirm: () => void };
type Props = {
  isSaving: boolean;
  /** How what is open is taken away; null while it is new. */
  removal: Removal | null;
};

/** The foot of a drawer with a form: save, and apart from it the one step that cannot be undone, asked first. */
export const DrawerFoot = ({ isSaving, removal }: Props) => {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  return (
    <Group justify="space-between" mt="sm">
      {removal === null ? (
        <span />
      ) : (
        <>
          <Button variant="subtle" color="brick" onClick={() => setAsking(true)}>
            {removal.action}
          </Button>
          <ConfirmModal opened={isAsking} onClose={() => setAsking(false)} {...removal} />
        </>
      )}
      <Button type="submit" loading={isSaving}>
        {t("actions.save")}
      </Button>
    </Group>
  );
};
