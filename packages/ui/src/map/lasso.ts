import type { LatLng } from "@cml/domain/kernel";
import type { Map as MapLibre } from "maplibre-gl";
import classes from "./lasso.module.css";

/** Called while a line is drawn, and at its end with `isDone`. */
export type LassoTold = (ring: LatLng[], isDone: boolean) => void;

const svg = "http://www.w3.org/2000/svg";
/** Shorter ways are a click. */
const leastPx = 8;
const stepPx = 4;

/** Lets a person draw a line around things with mouse, pen or one finger; two fingers still move the map. Gives what ends it. */
export const startLasso = (map: MapLibre, told: LassoTold): (() => void) => {
  const canvas = map.getCanvasContainer();
  const sheet = document.createElementNS(svg, "svg");
  sheet.setAttribute("class", classes["sheet"] ?? "");
  sheet.setAttribute("aria-hidden", "true");
  const path = sheet.appendChild(document.createElementNS(svg, "path"));
  map.getContainer().append(sheet);
  let pointer: number | null = null;
  let line: [number, number][] = [];

  const ring = (): LatLng[] =>
    line.map(([x, y]) => {
      const { lat, lng } = map.unproject([x, y]);
      return { latitude: lat, longitude: lng };
    });
  const show = (): void => path.setAttribute("d", line.length < 2 ? "" : `M${line.map((place) => place.join(" ")).join("L")}Z`);
  const drop = (): void => {
    pointer = null;
    line = [];
    show();
  };
  const placeOf = (event: PointerEvent): [number, number] => {
    const box = canvas.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const begin = (event: PointerEvent): void => {
    // A second finger means the map itself.
    if (pointer !== null || !event.isPrimary || event.button !== 0) return drop();
    pointer = event.pointerId;
    line = [placeOf(event)];
  };
  const go = (event: PointerEvent): void => {
    const last = line.at(-1);
    if (event.pointerId !== pointer || last === undefined) return;
    const [x, y] = placeOf(event);
    if (Math.hypot(x - last[0], y - last[1]) < stepPx) return;
    line.push([x, y]);
    show();
    if (isLine(line)) told(ring(), false);
  };
  const end = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return;
    const drawn = isLine(line) ? ring() : null;
    drop();
    if (drawn !== null) told(drawn, true);
  };
  const leave = (event: KeyboardEvent): void => {
    if (event.key === "Escape") drop();
  };
  canvas.addEventListener("pointerdown", begin);
  window.addEventListener("pointermove", go);
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", drop);
  window.addEventListener("keydown", leave);
  map.dragPan.disable();
  map.boxZoom.disable();
  canvas.classList.add(classes["drawing"] ?? "");
  return () => {
    canvas.removeEventListener("pointerdown", begin);
    window.removeEventListener("pointermove", go);
    window.removeEventListener("pointerup", end);
    window.removeEventListener("pointercancel", drop);
    window.removeEventListener("keydown", leave);
    map.dragPan.enable();
    map.boxZoom.enable();
    canvas.classList.remove(classes["drawing"] ?? "");
    sheet.remove();
  };
};

const isLine = (line: readonly (readonly [number, number])[]): boolean => {
  const [x, y] = line[0] ?? [0, 0];
  return line.length > 2 && line.some(([px, py]) => Math.hypot(px - x, py - y) >= leastPx);
};
