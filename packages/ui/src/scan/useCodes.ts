import { type RefObject, useEffect, useRef } from "react";
import { frameReader } from "./frame-reader";

const lookEveryMs = 120;
/** A code stays before the camera for a while; the same one counts again only after this. */
const sameCodeMs = 2_500;

/** Tells of every code the camera sees while `isOn`. */
export const useCodes = (
  video: RefObject<HTMLVideoElement | null>,
  { isOn, onCode }: { isOn: boolean; onCode: (text: string) => void },
) => {
  const tell = useRef(onCode);
  useEffect(() => {
    tell.current = onCode;
  });
  useEffect(() => {
    if (!isOn) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    let last = { text: "", at: 0 };
    const watch = async () => {
      const read = await frameReader();
      const look = async () => {
        const frame = video.current;
        // A picture that cannot be taken at this moment is no reason to stop looking.
        const text = frame === null || frame.readyState < 2 ? null : await read(frame).catch(() => null);
        if (isGone) return;
        if (text !== null && (text !== last.text || Date.now() - last.at > sameCodeMs)) tell.current(text);
        if (text !== null) last = { text, at: Date.now() };
        timer = setTimeout(() => void look(), lookEveryMs);
      };
      if (!isGone) await look();
    };
    void watch();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isOn, video]);
};
