import { useLocalStorage } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { deedOf, type DeskDeed } from "../model/desk-keys";

/** Single keys can be switched off for good: they are pressed by accident, and by voice control. */
export const useSingleKeys = () => useLocalStorage({ key: "cml-single-keys", defaultValue: true, getInitialValueInEffect: false });

/** Runs what a key asks for while the page is open, unless keys are off, or `isPaused` while something else has them. */
export const useDeskKeys = (deeds: Partial<Record<DeskDeed, () => void>>, isPaused: boolean): void => {
  const [isOn] = useSingleKeys();
  const latest = useRef(deeds);
  useEffect(() => {
    latest.current = deeds;
  });
  useEffect(() => {
    if (isPaused) return;
    const press = (event: KeyboardEvent) => {
      const deed = deedOf(event);
      if (deed === null || (!isOn && deed !== "keys")) return;
      const run = latest.current[deed];
      if (run === undefined) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [isOn, isPaused]);
};
