import { ActionIcon, Tooltip } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp, IconArrowForwardUp, IconLasso, IconPointer } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Adjusting } from "../../hooks/useAdjusting";
import type { Picking } from "../../hooks/usePicking";
import classes from "../CutStage.module.css";

type Props = { adjusting: Adjusting; picking: Picking };

/** What the pointer does on the preview's map, and the way back; what a line holds is said while it is drawn. */
export const AdjustTools = ({ adjusting, picking }: Props) => {
  const { t } = useTranslation();
  const { isLasso, setLasso, holding } = picking;
  return (
    <>
      <div className={classes.tools} role="toolbar" aria-label={t("autoCut.tools")}>
        <div className={classes.group}>
          <Tool label={t("autoCut.choosing")} isOn={!isLasso} onClick={() => setLasso(false)}>
            <IconPointer size={20} />
          </Tool>
          <Tool label={t("autoCut.lasso")} isOn={isLasso} onClick={() => setLasso(true)}>
            <IconLasso size={20} />
          </Tool>
        </div>
        <div className={classes.group}>
          <Tool label={t("autoCut.undo")} isOff={!adjusting.canUndo} onClick={adjusting.undo}>
            <IconArrowBackUp size={20} />
          </Tool>
          <Tool label={t("autoCut.redo")} isOff={!adjusting.canRedo} onClick={adjusting.redo}>
            <IconArrowForwardUp size={20} />
          </Tool>
        </div>
      </div>
      {isLasso && <p className={classes.hint}>{holding === null ? t("autoCut.lassoHint") : t("autoCut.doors", { count: holding })}</p>}
    </>
  );
};

type ToolProps = { label: string; isOn?: boolean; isOff?: boolean; onClick: () => void; children: ReactNode };

const Tool = ({ label, isOn, isOff = false, onClick, children }: ToolProps) => (
  <Tooltip label={label} openDelay={300}>
    <ActionIcon
      size={40}
      variant={isOn === true ? "filled" : "subtle"}
      color={isOn === true ? "spruce" : "gray"}
      c={isOn === true || isOff ? undefined : "var(--mantine-color-text)"}
      aria-label={label}
      aria-pressed={isOn}
      disabled={isOff}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  </Tooltip>
);
