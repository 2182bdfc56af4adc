import { Button } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconCheck } from "@tabler/icons-react";
import type { LastSaved } from "../hooks/useDoorSheet";
import classes from "./SavedBar.module.css";

/** What was just saved, and the way back. */
export const SavedBar = ({ saved }: { saved: LastSaved | null }) => {
  const { t } = useTranslation();
  return (
    <div role="status">
      {saved !== null && (
        <div className={classes.bar}>
          <IconCheck size={20} aria-hidden="true" />
          <span className={classes.words}>
            <strong>{saved.door}</strong> {t(`app.outcomes.${saved.outcome}`)}
          </span>
          <Button variant="default" mih={56} onClick={saved.onUndo}>
            {t(saved.canTakeBack ? "app.door.undo" : "app.door.change")}
          </Button>
        </div>
      )}
    </div>
  );
};
