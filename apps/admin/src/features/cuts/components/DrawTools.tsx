import { ActionIcon, Tooltip } from "@mantine/core";
import type { DrawingTool } from "@cml/ui/map";
import { useTranslation } from "@cml/ui/i18n";
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconCircleDashedPlus,
  IconPointOff,
  IconPolygon,
  IconPointer,
  IconTrash,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { BoundaryDraft } from "../hooks/useBoundaryDraft";
import classes from "./CutStage.module.css";

const tools: { tool: DrawingTool; icon: ReactNode }[] = [
  { tool: "part", icon: <IconPolygon size={20} /> },
  { tool: "hole", icon: <IconCircleDashedPlus size={20} /> },
  { tool: "shape", icon: <IconPointer size={20} /> },
];

/** What the pointer does, and the way back. */
export const DrawTools = ({ draft }: { draft: BoundaryDraft }) => {
  const { t } = useTranslation();
  const hasRings = draft.rings.length > 0;
  return (
    <>
      <div className={classes.tools} role="toolbar" aria-label={t("turf.draw.tools")}>
        <div className={classes.group}>
          {tools.map(({ tool, icon }) => (
            <Tool
              key={tool}
              label={t(`turf.draw.${tool}`)}
              isOn={draft.tool === tool}
              isOff={tool !== "part" && !hasRings}
              onClick={() => draft.setTool(tool)}
            >
              {icon}
            </Tool>
          ))}
        </div>
        <div className={classes.group}>
          <Tool label={t("turf.draw.undo")} isOff={!draft.canUndo} onClick={draft.undo}>
            <IconArrowBackUp size={20} />
          </Tool>
          <Tool label={t("turf.draw.redo")} isOff={!draft.canRedo} onClick={draft.redo}>
            <IconArrowForwardUp size={20} />
          </Tool>
          <Tool
            label={t(draft.hasCorner ? "turf.draw.removeCorner" : "turf.draw.remove")}
            isOff={draft.tool !== "shape" || (draft.selected === null && !draft.hasCorner)}
            onClick={draft.remove}
          >
            {draft.hasCorner ? <IconPointOff size={20} /> : <IconTrash size={20} />}
          </Tool>
        </div>
      </div>
      <p className={classes.hint}>{t(`turf.draw.hints.${draft.tool}`)}</p>
    </>
  );
};

type ToolProps = { label: string; isOn?: boolean; isOff: boolean; onClick: () => void; children: ReactNode };

const Tool = ({ label, isOn, isOff, onClick, children }: ToolProps) => (
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
