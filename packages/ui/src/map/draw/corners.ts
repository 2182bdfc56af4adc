import type { DrawnRing } from "@cml/domain/map";
import { type Map as MapLibre, Marker } from "maplibre-gl";
import classes from "./drawing.module.css";

type Place = { ringId: string; index: number };
type Options = {
  rings: () => readonly DrawnRing[];
  /** Whether corners are what the pointer is for. */
  isOn: () => boolean;
  /** The line the person works on; its corners are the ones that show. */
  selectedId: () => string | null;
  onChosen: (isChosen: boolean) => void;
  onChange: (rings: DrawnRing[]) => void;
};

export type Corners = {
  /** Marks the next or the one before among the corners of the chosen line. */
  step: (by: 1 | -1) => boolean;
  /** Takes the marked corner away; false when none is marked or the line would have too few. */
  remove: () => boolean;
  forget: () => void;
  stop: () => void;
};

const longPressMs = 550;
const stillPx = 8;

/** A closed line with the corner at `index` left out; null when it would enclose nothing. */
export const withoutCorner = (ring: DrawnRing["ring"], index: number): DrawnRing["ring"] | null => {
  const open = ring.slice(0, -1).filter((_, at) => at !== index);
  const [first] = open;
  return open.length < 3 || first === undefined ? null : [...open, first];
};

/** Corners one at a time: a tap marks one, Delete or a button takes it away; a long press takes it away at once. */
export const watchCorners = (map: MapLibre, { rings, isOn, selectedId, onChosen, onChange }: Options): Corners => {
  const canvas = map.getCanvasContainer();
  let chosen: Place | null = null;
  let marker: Marker | null = null;
  let pressed: { x: number; y: number; timer: number | undefined } | null = null;

  const choose = (next: Place | null): void => {
    marker?.remove();
    marker = null;
    const position = next === null ? undefined : ringOf(next.ringId)?.[next.index];
    const was = chosen;
    chosen = position === undefined ? null : next;
    if (position !== undefined) marker = new Marker({ element: markElement() }).setLngLat([position[0] ?? 0, position[1] ?? 0]).addTo(map);
    if ((was === null) !== (chosen === null)) onChosen(chosen !== null);
  };
  const ringOf = (id: string) => rings().find((one) => one.id === id)?.ring;

  const nearest = (x: number, y: number, reach: number): Place | null => {
    let best: (Place & { far: number }) | null = null;
    const selected = selectedId();
    for (const { id, ring } of rings()) {
      if (selected !== null && id !== selected) continue;
      ring.slice(0, -1).forEach((position, index) => {
        const at = map.project([position[0] ?? 0, position[1] ?? 0]);
        const far = Math.hypot(at.x - x, at.y - y);
        if (far <= reach && far < (best?.far ?? Infinity)) best = { ringId: id, index, far };
      });
    }
    return best;
  };

  const remove = (place: Place | null): boolean => {
    const kept = place === null ? null : withoutCorner(ringOf(place.ringId) ?? [], place.index);
    if (place === null || kept === null) return false;
    choose(null);
    onChange(rings().map((one) => (one.id === place.ringId ? { ...one, ring: kept } : one)));
    return true;
  };

  const placeOf = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, reach: event.pointerType === "mouse" ? 12 : 26 };
  };
  const release = (): void => {
    window.clearTimeout(pressed?.timer);
    pressed = null;
  };
  const down = (event: PointerEvent): void => {
    release();
    // A second finger is for the map.
    if (!isOn() || !event.isPrimary || event.button !== 0) return;
    const { x, y, reach } = placeOf(event);
    const held = event.pointerType === "mouse" ? null : nearest(x, y, reach);
    pressed = { x, y, timer: held === null ? undefined : window.setTimeout(() => remove(held), longPressMs) };
  };
  const move = (event: PointerEvent): void => {
    if (pressed === null) return;
    const { x, y } = placeOf(event);
    if (Math.hypot(x - pressed.x, y - pressed.y) <= stillPx) return;
    release();
    // Dragging takes the corner elsewhere.
    choose(null);
  };
  const up = (event: PointerEvent): void => {
    if (pressed === null) return;
    release();
    const { x, y, reach } = placeOf(event);
    choose(nearest(x, y, reach));
  };
  const heard = [
    ["pointerdown", down],
    ["pointermove", move],
    ["pointerup", up],
    ["pointercancel", release],
  ] as const;
  for (const [name, hear] of heard) canvas.addEventListener(name, hear, { capture: true });

  return {
    step: (by) => {
      const id = chosen?.ringId ?? selectedId() ?? rings().at(-1)?.id;
      const count = id === undefined ? 0 : (ringOf(id)?.length ?? 1) - 1;
      if (!isOn() || id === undefined || count < 1) return false;
      choose({ ringId: id, index: ((chosen?.index ?? (by === 1 ? -1 : 0)) + by + count) % count });
      return true;
    },
    remove: () => remove(chosen),
    forget: () => choose(null),
    stop: () => {
      release();
      marker?.remove();
      for (const [name, hear] of heard) canvas.removeEventListener(name, hear, { capture: true });
    },
  };
};

const markElement = (): HTMLElement => {
  const element = document.createElement("div");
  element.className = classes["corner"] ?? "";
  element.dataset["corner"] = "chosen";
  return element;
};
