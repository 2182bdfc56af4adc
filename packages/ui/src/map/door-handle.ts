import type { LatLng } from "@cml/domain/kernel";
import { type Map as MapLibre, Marker } from "maplibre-gl";
import classes from "./door-handle.module.css";

export type DoorHandle = { remove: () => void };

type Options = { label: string; onDrag: (id: string, point: LatLng) => void };

/** How far an arrow key moves the handle on the screen; with Shift further. */
const stepPx = 2;
const longStepPx = 16;

/** A handle on a door: dragged by hand, or moved with the arrow keys and set down with Enter (Escape puts it back). */
export const openDoorHandle = (map: MapLibre, { id, at }: { id: string; at: LatLng }, { label, onDrag }: Options): DoorHandle => {
  const element = document.createElement("button");
  element.type = "button";
  element.className = classes["handle"] ?? "";
  element.setAttribute("aria-label", label);
  const marker = new Marker({ element, draggable: true }).setLngLat([at.longitude, at.latitude]).addTo(map);
  const setDown = (): void => {
    const { lat, lng } = marker.getLngLat();
    if (lat !== at.latitude || lng !== at.longitude) onDrag(id, { latitude: lat, longitude: lng });
  };
  marker.on("dragend", setDown);
  element.addEventListener("keydown", (event) => {
    const step = event.shiftKey ? longStepPx : stepPx;
    const direction = directions[event.key];
    if (direction !== undefined) {
      const from = map.project(marker.getLngLat());
      marker.setLngLat(map.unproject([from.x + direction[0] * step, from.y + direction[1] * step]));
    } else if (event.key === "Enter") setDown();
    else if (event.key === "Escape") marker.setLngLat([at.longitude, at.latitude]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // A click on the handle is not a click on the ground below it.
  element.addEventListener("click", (event) => event.stopPropagation());
  return { remove: () => marker.remove() };
};

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};
