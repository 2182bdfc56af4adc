import { useLocalStorage } from "@mantine/hooks";
import { useEffect, useRef } from "react";

export type QueueKeys = {
  take: (key: number) => void;
  next: () => void;
  previous: () => void;
  keep: () => void;
  setAside: () => void;
  undo: () => void;
  save: (() => void) | null;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** 1–9 take a candidate, N and P walk, K keeps, S sets aside, U takes back, Enter saves a moved pin; off where single keys are off. */
export const useQueueKeys = (keys: QueueKeys): void => {
  const [isOn] = useLocalStorage({ key: "cml-single-keys", defaultValue: true, getInitialValueInEffect: false });
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { take, next, previous, keep, setAside, undo, save } = latest.current;
      const deeds: Record<string, (() => void) | null> = { n: next, p: previous, k: keep, s: setAside, u: undo };
      const isOnMap = event.target instanceof HTMLElement && event.target.closest("button, a, canvas, [role=button]") !== null;
      const deed = /^[1-9]$/.test(event.key)
        ? () => take(Number(event.key))
        : event.key === "Enter" && !isOnMap
          ? save
          : deeds[event.key.toLowerCase()];
      if (deed === undefined || deed === null) return;
      event.preventDefault();
      deed();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOn]);
};
