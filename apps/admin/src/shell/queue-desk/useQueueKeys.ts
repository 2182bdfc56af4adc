import { useLocalStorage } from "@mantine/hooks";
import { useEffect, useRef } from "react";

export type QueueKeys = {
  /** 1–9. */
  take: (key: number) => void;
  /** What each other key does; null where it can do nothing now. */
  deeds: Readonly<Record<string, (() => void) | null>>;
  /** Enter, where nothing else wants it. */
  save: (() => void) | null;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Works a queue with single keys; silent while somebody types or has a dialog open, and off where single keys are off. */
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
      if (document.querySelector("[role=dialog]") !== null) return;
      const { take, deeds, save } = latest.current;
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
