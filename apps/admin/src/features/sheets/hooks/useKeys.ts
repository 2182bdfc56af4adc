import type { SheetToType } from "@cml/domain/canvass";
import { useEffect, useRef } from "react";
import { type KeyMeaning, meaningOf } from "../model/keys";

/** The sheet by keys alone, wherever the focus is, but for fields, dialogs and keys held with others. */
export const useKeys = (letters: SheetToType["keys"], { isOn, onKey }: { isOn: boolean; onKey: (meaning: KeyMeaning) => void }): void => {
  const act = useRef(onKey);
  useEffect(() => {
    act.current = onKey;
  });
  useEffect(() => {
    if (!isOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isElsewhere(event)) return;
      const meaning = meaningOf(event.key, letters);
      if (meaning === null) return;
      // The page does not scroll, and a pressed button is not pressed a second time.
      event.preventDefault();
      if (!event.repeat) act.current(meaning);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [isOn, letters]);
};

const isElsewhere = ({ key, target }: KeyboardEvent): boolean => {
  if (!(target instanceof Element)) return false;
  if (target.closest("input, textarea, select, [contenteditable], [role=dialog], [role=listbox]") !== null) return true;
  // Links and buttons keep the keys that press them.
  return (key === "Enter" || key === " ") && target.closest("a, button") !== null;
};
