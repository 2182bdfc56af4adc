import { Skeleton } from "@mantine/core";
import { Component, lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import classes from "./MapView.module.css";
import type { MapCanvasProps } from "./MapCanvas";

// MapLibre is the largest thing an app may load; it comes only where a map is on screen.
const MapCanvas = lazy(async () => ({ default: (await import("./MapCanvas")).MapCanvas }));

type Props = MapCanvasProps & {
  /** Lies over the map's lower left corner: what the marks mean. */
  legend?: ReactNode;
  /** Whom to thank for what is shown; always in view where there is somebody. */
  credits?: readonly string[];
  height?: number | string;
  /** Fills its place from edge to edge, without a border of its own. */
  edge?: boolean;
};

/** A map of our own data. Whatever it shows, a list beside it must show too. */
export const MapView = ({ legend, credits = [], height = 420, edge = false, ...canvas }: Props) => (
  <div className={classes.frame} data-edge={edge || undefined} style={{ height }}>
    <MapFallback>
      <Suspense fallback={<Skeleton height="100%" radius={0} />}>
        <MapCanvas {...canvas} />
      </Suspense>
    </MapFallback>
    <div className={classes.corner}>
      {legend !== undefined && <div className={classes.legend}>{legend}</div>}
      {credits.length > 0 && <p className={classes.credits}>{credits.join(" · ")}</p>}
    </div>
  </div>
);

// WebGL may be missing or taken away; the page around must stay usable.
class MapFallback extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError = () => ({ failed: true });

  override render() {
    return this.state.failed ? <Unavailable /> : this.props.children;
  }
}

const Unavailable = () => {
  const { t } = useTranslation("kernel");
  return <p className={classes.unavailable}>{t("ui.map.failed")}</p>;
};
