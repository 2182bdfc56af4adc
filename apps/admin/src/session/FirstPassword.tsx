import { Button } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { queryClient } from "../api";
import { DoorFrame } from "../shell/DoorFrame";
import { ChangePasswordForm } from "./ChangePasswordForm";
import { useSignOut } from "./useSignOut";

/** In place of every page for somebody who signed in with a password that was made for them; the server allows nothing else. */
export const FirstPassword = () => {
  const { t } = useTranslation();
  const { signOut } = useSignOut();
  return (
    <DoorFrame title={t("account.choosePassword")} lead={t("account.choosePasswordText")}>
      <ChangePasswordForm
        // What was refused before is asked again.
        onChanged={() => void queryClient.invalidateQueries()}
        stacked
        wayOut={
          <Button variant="subtle" onClick={signOut}>
            {t("account.signOut")}
          </Button>
        }
      />
    </DoorFrame>
  );
};
