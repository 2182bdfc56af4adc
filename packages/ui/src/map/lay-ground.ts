import type { Map as MapLibre, StyleSpecification } from "maplibre-gl";
import type { SchemeName } from "../theme/palette";
import { type MapContent, mapStyle, overStyle, plainGround } from "./map-style";

type Drawn = { content: MapContent; scheme: SchemeName };

const patienceMs = 10_000;

// Somebody's style is fetched once for a page; one that did not come is asked for again with the next map.
const styles = new Map<string, Promise<StyleSpecification>>();

/**
 * Gives the map its ground and our layers over it. A style of somebody else may come late or never (no signal, a closed network): until
 * it is here everything of ours lies on the plain ground.
 */
export const layGround = (map: MapLibre, now: () => Drawn | null): void => {
  const drawn = now();
  if (drawn === null) return;
  const { content, scheme } = drawn;
  if (content.ground?.kind !== "style") {
    map.setStyle(mapStyle(content, scheme), { diff: true });
    return;
  }
  const { url } = content.ground;
  map.setStyle(mapStyle({ ...content, ground: plainGround }, scheme), { diff: true });
  styleAt(url).then(
    (theirs) => {
      const latest = now();
      // The page may have gone on to another ground meanwhile.
      if (latest?.content.ground?.kind === "style" && latest.content.ground.url === url)
        map.setStyle(overStyle(theirs, mapStyle(latest.content, latest.scheme)), { diff: false });
    },
    // The plain ground stays.
    () => undefined,
  );
};

const styleAt = (url: string): Promise<StyleSpecification> => {
  const known = styles.get(url);
  if (known !== undefined) return known;
  const asked = fetchStyle(url);
  styles.set(url, asked);
  asked.catch(() => styles.delete(url));
  return asked;
};

const fetchStyle = async (url: string): Promise<StyleSpecification> => {
  // By hand: AbortSignal.timeout() is newer than the oldest browsers we promise.
  const asking = new AbortController();
  const patience = window.setTimeout(() => asking.abort(), patienceMs);
  try {
    const answer = await fetch(url, { signal: asking.signal });
    const style = (await answer.json()) as Partial<StyleSpecification>;
    if (!answer.ok || !Array.isArray(style.layers) || typeof style.sources !== "object") throw new Error(`no style at ${url}`);
    return style as StyleSpecification;
  } finally {
    window.clearTimeout(patience);
  }
};
