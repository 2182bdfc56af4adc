import { useComputedColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { visitStates } from "@cml/domain/map";
import { useTranslation } from "react-i18next";
import { type DoorColouring, pathsOf, signShapes, supportShapes, visitShapes, type MarkShape } from "./door-marks";
import classes from "./DoorLegend.module.css";
import { mapColours } from "./map-colours";

type Row = { key: string; shape: MarkShape; colour: string; label: string };

/** What the doors' marks mean, shape beside colour beside word. */
export const DoorLegend = ({ by }: { by: DoorColouring }) => {
  const { t } = useTranslation("kernel");
  // On a phone it would cover half of the map.
  const isRoomy = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  const colours = mapColours(useComputedColorScheme("light"));
  const rows: Record<DoorColouring, () => Row[]> = {
    support: () =>
      ([1, 2, 3, 4, "none"] as const).map((level) => ({
        key: String(level),
        shape: supportShapes[level],
        colour: colours.support[level],
        label: t(`ui.support.${level}`),
      })),
    visit: () =>
      visitStates.map((state) => ({
        key: state,
        shape: visitShapes[state],
        colour: colours.visit[state],
        label: t(`ui.map.visit.${state}`),
      })),
    sign: () =>
      (["yes", "no"] as const).map((sign) => ({
        key: sign,
        shape: signShapes[sign],
        colour: colours.sign[sign],
        label: t(`ui.map.sign.${sign}`),
      })),
  };
  return (
    <details className={classes.legend} open={isRoomy}>
      <summary>{t("ui.map.legend")}</summary>
      <ul>
        {rows[by]().map(({ key, shape, colour, label }) => (
          <li key={key}>
            <Mark shape={shape} colour={colour} />
            {label}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Mark = ({ shape, colour }: { shape: MarkShape; colour: string }) => {
  const { filled, line, width } = pathsOf(shape);
  return (
    <svg width={14} height={14} viewBox="0 0 16 16" aria-hidden="true">
      {filled !== null && <path d={filled} fill={colour} />}
      {line !== null && <path d={line} fill="none" stroke={colour} strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" />}
    </svg>
  );
};
