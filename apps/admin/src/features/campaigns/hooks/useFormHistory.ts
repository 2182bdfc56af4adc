import { useDebouncedCallback } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";

type Form<T> = { values: T; setValues: (values: T) => void };

// A pause in typing ends a step.
const settleMs = 500;
const longest = 100;

/** Undo and redo over a whole form: every pause in typing is a step. */
export const useFormHistory = <T>({ values, setValues }: Form<T>) => {
  const steps = useRef<string[]>([JSON.stringify(values)]);
  const [at, setAt] = useState(0);
  const now = JSON.stringify(values);

  const remember = useDebouncedCallback((text: string) => {
    if (text === steps.current[at]) return;
    steps.current = [...steps.current.slice(0, at + 1), text].slice(-longest);
    setAt(steps.current.length - 1);
  }, settleMs);
  useEffect(() => remember(now), [now, remember]);

  const go = (step: number) => {
    const text = steps.current[step];
    if (text === undefined) return;
    setAt(step);
    setValues(JSON.parse(text) as T);
  };
  // What was typed in the last half second is a step of its own.
  const unsettled = now !== steps.current[at];
  const undo = () => {
    if (!unsettled) return go(at - 1);
    steps.current = [...steps.current.slice(0, at + 1), now];
    setValues(JSON.parse(steps.current[at] ?? now) as T);
  };
  return { undo, redo: () => go(at + 1), canUndo: unsettled || at > 0, canRedo: at < steps.current.length - 1 };
};
