import { Skeleton } from "@mantine/core";
import { Component, lazy, type ReactNode, Suspense } from "react";
import { useTranslation } from "react-i18next";
import classes from "./MapView.module.css";
import type { MapCanvasProps } from "./MapCanvas";

// MapLibre is the largest thing an app may load; it comes only where a map is on screen.
const MapCanvas = lazy(async () => ({ default: (await import("./MapCanvas")).MapCanvas }));

type Props = MapCanvasProps & {
  /** Lies over the map's lower left corner: what the colours mean. */
  legend?: ReactNode;
  attribution?: ReactNode;
  height?: number | string;
  /** Fills its place from edge to edge, without a border of its own. */
  edge?: boolean;
};

/** A map of our own data on our own plain ground. Whatever it shows, a list beside it must show too. */
export const MapView = ({ legend, attribution, height = 420, edge = false, ...canvas }: Props) => (
  <div className={classes.frame} data-edge={edge || undefined} style={{ height }}>
    <MapFallback>
      <Suspense fallback={<Skeleton height="100%" radius={0} />}>
        <MapCanvas {...canvas} />
      </Suspense>
    </MapFallback>
    {legend !== undefined && <div className={classes.legend}>{legend}</div>}
    {attribution !== undefined && <div className={classes.attribution}>{attribution}</div>}
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
