import { type IControl, type Map as MapLibre, Marker } from "maplibre-gl";
import classes from "./locate-control.module.css";

/** `refused`: the person or the browser's settings say no; `notFound`: the device does not know, or did not in time. */
export type LocateProblem = "refused" | "notFound";

type Options = { label: string; still: boolean; tell: (problem: LocateProblem | null) => void };

const street = 16;
/** Further from the middle than this, a press brings one back instead of ending it. */
const nearPx = 48;

/**
 * The button that shows where one stands. MapLibre's own turns grey and silent where it may not ask; this one can always be pressed
 * and says why it shows nothing.
 */
export class LocateControl implements IControl {
  readonly #options: Options;
  readonly #button = document.createElement("button");
  readonly #box = document.createElement("div");
  #map: MapLibre | null = null;
  #watch: number | null = null;
  #dot: Marker | null = null;

  constructor(options: Options) {
    this.#options = options;
    this.#box.className = "maplibregl-ctrl maplibregl-ctrl-group";
    this.#button.type = "button";
    this.#button.className = classes["button"] ?? "";
    this.#button.setAttribute("aria-label", options.label);
    this.#button.title = options.label;
    this.#button.append(icon());
    this.#button.addEventListener("click", () => this.#press());
    this.#box.append(this.#button);
    this.#show("off");
  }

  onAdd(map: MapLibre): HTMLElement {
    this.#map = map;
    return this.#box;
  }

  onRemove(): void {
    this.#stop();
    this.#box.remove();
    this.#map = null;
  }

  #press(): void {
    const map = this.#map;
    if (map === null) return;
    this.#options.tell(null);
    if (this.#watch === null) this.#start();
    else if (this.#dot !== null && !this.#isCentred(map, this.#dot)) this.#centre(map, this.#dot);
    else this.#stop();
  }

  #start(): void {
    this.#show("asking");
    this.#watch = navigator.geolocation.watchPosition(
      ({ coords }) => this.#stand([coords.longitude, coords.latitude]),
      ({ code, PERMISSION_DENIED }) => {
        // A dot that stands is better than none: one fix that failed between good ones is nothing to tell.
        if (code !== PERMISSION_DENIED && this.#dot !== null) return;
        this.#stop();
        this.#options.tell(code === PERMISSION_DENIED ? "refused" : "notFound");
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 5_000 },
    );
  }

  #stand(at: [number, number]): void {
    if (this.#map === null) return;
    if (this.#dot !== null) {
      this.#dot.setLngLat(at);
      return;
    }
    const element = document.createElement("div");
    element.className = classes["dot"] ?? "";
    this.#dot = new Marker({ element }).setLngLat(at).addTo(this.#map);
    this.#show("on");
    this.#centre(this.#map, this.#dot);
  }

  #isCentred(map: MapLibre, dot: Marker): boolean {
    const { x, y } = map.project(dot.getLngLat());
    const { clientWidth, clientHeight } = map.getContainer();
    return Math.hypot(x - clientWidth / 2, y - clientHeight / 2) < nearPx;
  }

  #centre(map: MapLibre, dot: Marker): void {
    map.easeTo({ center: dot.getLngLat(), zoom: Math.max(map.getZoom(), street), duration: this.#options.still ? 0 : 300 });
  }

  #stop(): void {
    if (this.#watch !== null) navigator.geolocation.clearWatch(this.#watch);
    this.#watch = null;
    this.#dot?.remove();
    this.#dot = null;
    this.#show("off");
  }

  #show(state: "off" | "asking" | "on"): void {
    this.#button.dataset["state"] = state;
    this.#button.setAttribute("aria-pressed", String(state === "on"));
  }
}

const svg = "http://www.w3.org/2000/svg";

/** A sight: a ring with a point in it and four strokes. */
const icon = (): SVGElement => {
  const drawing = document.createElementNS(svg, "svg");
  for (const [name, value] of Object.entries({ viewBox: "0 0 24 24", width: "20", height: "20", "aria-hidden": "true" }))
    drawing.setAttribute(name, value);
  const path = document.createElementNS(svg, "path");
  path.setAttribute("d", "M12 5a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM12 10a2 2 0 1 0 0 4a2 2 0 1 0 0-4zM12 2v3M12 19v3M2 12h3M19 12h3");
  drawing.append(path);
  return drawing;
};
