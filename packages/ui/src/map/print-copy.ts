import type { Map as MapLibre } from "maplibre-gl";

type PrintClasses = { map: string; copy: string };

/**
 * A printer finds the map's canvas empty, because what WebGL drew is gone once it is on the screen. Before a page is printed, the map is
 * drawn anew and copied into a plain canvas that only paper shows. Gives what undoes it.
 */
export const copyForPrint = (map: MapLibre, classNames: PrintClasses): (() => void) => {
  const container = map.getContainer();
  const copy = document.createElement("canvas");
  copy.className = classNames.copy;
  copy.setAttribute("aria-hidden", "true");
  const draw = (): void => {
    const drawn = map.getCanvas();
    [copy.width, copy.height] = [drawn.width, drawn.height];
    // At once: the picture lasts only until the browser takes over again.
    map.redraw();
    copy.getContext("2d")?.drawImage(drawn, 0, 0);
    container.classList.add(classNames.map);
    container.append(copy);
  };
  const clear = (): void => {
    copy.remove();
    container.classList.remove(classNames.map);
  };
  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", clear);
  return () => {
    window.removeEventListener("beforeprint", draw);
    window.removeEventListener("afterprint", clear);
    clear();
  };
};
