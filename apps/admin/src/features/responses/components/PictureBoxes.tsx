import type { PictureBox } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useRef, useState } from "react";
import { boxBetween, boxByKey, type Corner, corners, movedBox, type Place, resizedBox } from "../model/picture-boxes";
import { placeOf } from "./ResponsePicture";
import classes from "./Responses.module.css";

type Props = {
  source: string;
  alt: string;
  size: { width: number | undefined; height: number | undefined };
  boxes: readonly PictureBox[];
  onChange: (boxes: PictureBox[]) => void;
};

/** What the pointer is doing: drawing a new box, or changing one that was there. */
type Drag = { from: Place; at: number | null; change: (to: Place) => PictureBox | null };

/** A picture one draws boxes over: by pointer, by finger, or with the arrow keys on a box. */
export const PictureBoxes = ({ source, alt, size, boxes, onChange }: Props) => {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const [drawn, setDrawn] = useState<PictureBox | null>(null);
  const placeAt = ({ clientX, clientY }: { clientX: number; clientY: number }): Place => {
    const { left, top, width, height } = frame.current?.getBoundingClientRect() ?? new DOMRect(0, 0, 1, 1);
    return { x: (clientX - left) / Math.max(1, width), y: (clientY - top) / Math.max(1, height) };
  };
  const begin = (event: React.PointerEvent, at: number | null, change: (box: PictureBox, by: Place) => PictureBox) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = placeAt(event);
    const box = at === null ? undefined : boxes[at];
    const by = (to: Place) => ({ x: to.x - from.x, y: to.y - from.y });
    setDrag({ from, at, change: (to) => (box === undefined ? boxBetween(from, to) : change(box, by(to))) });
  };
  const move = (event: React.PointerEvent) => {
    if (drag !== null) setDrawn(drag.change(placeAt(event)));
  };
  const end = (event: React.PointerEvent) => {
    if (drag === null) return;
    event.stopPropagation();
    const box = drag.change(placeAt(event));
    if (box !== null) onChange(drag.at === null ? [...boxes, box] : boxes.map((one, at) => (at === drag.at ? box : one)));
    stop();
  };
  const stop = () => {
    setDrag(null);
    setDrawn(null);
  };
  const follow = { onPointerMove: move, onPointerUp: end, onPointerCancel: stop };
  const key = (event: React.KeyboardEvent, box: PictureBox, at: number) => {
    const isGone = event.key === "Delete" || event.key === "Backspace";
    const changed = boxByKey(box, event.key, event.shiftKey);
    if (!isGone && changed === null) return;
    event.preventDefault();
    event.stopPropagation();
    const others = boxes.map((one, place) => (place === at && changed !== null ? changed : one));
    onChange(isGone ? others.filter((_one, place) => place !== at) : others);
    if (isGone) frame.current?.focus();
  };
  const shown = boxes.map((box, at) => (drag?.at === at && drawn !== null ? drawn : box));
  return (
    <div className={classes.pictureFrame}>
      <div
        ref={frame}
        className={`${classes.picture ?? ""} ${classes.canvas ?? ""}`}
        tabIndex={-1}
        data-own-keys
        onPointerDown={(event) => begin(event, null, (box) => box)}
        {...follow}
      >
        <img src={source} alt={alt} width={size.width} height={size.height} draggable={false} />
        {shown.map((box, at) => (
          <div
            key={at}
            id={boxId(at)}
            className={classes.box}
            style={placeOf(box)}
            role="button"
            tabIndex={0}
            aria-label={t("responses.boxes.oneAt", { number: at + 1, ...percents(box) })}
            onPointerDown={(event) => begin(event, at, movedBox)}
            {...follow}
            onKeyDown={(event) => key(event, box, at)}
          >
            {corners.map((corner: Corner) => (
              <span
                key={corner}
                className={classes.handle}
                data-corner={corner}
                aria-hidden="true"
                onPointerDown={(event) => begin(event, at, (one, by) => resizedBox(one, corner, by))}
                {...follow}
              />
            ))}
          </div>
        ))}
        {drag?.at === null && drawn !== null && <div className={classes.cover} style={placeOf(drawn)} />}
      </div>
    </div>
  );
};

/** To bring the focus to a box from the list of them. */
export const boxId = (at: number): string => `picture-box-${at}`;

const percents = ([x, y, width, height]: PictureBox) =>
  Object.fromEntries(Object.entries({ x, y, width, height }).map(([name, share]) => [name, Math.round(share * 100)]));
