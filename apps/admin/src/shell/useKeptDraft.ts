import type { UseFormReturnType } from "@mantine/form";
import { useEffect, useState } from "react";

type AnyForm<T extends Record<string, unknown>> = Pick<UseFormReturnType<T>, "values" | "setValues" | "isDirty">;

const prefix = "cml-draft-";

/**
 * Keeps what is typed on this device until it is saved, so that a closed tab, an expired session or a crash loses nothing.
 * A kept draft is put back when the editor opens again; `restored` tells the screen to say so.
 */
export const useKeptDraft = <T extends Record<string, unknown>>(name: string, form: AnyForm<T>) => {
  const key = prefix + name;
  const [restored, setRestored] = useState(false);
  const { values, setValues } = form;
  const dirty = form.isDirty();

  useEffect(() => {
    const kept = read(key);
    if (kept === null) return;
    setValues(kept as Partial<T>);
    setRestored(true);
    // Only once: afterwards the form itself is the truth.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the form's setter changes with every render
  }, [key]);

  useEffect(() => {
    if (!dirty) return;
    write(key, values);
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [key, values, dirty]);

  const forget = () => {
    write(key, null);
    setRestored(false);
  };
  return { restored, forget };
};

// Where storage is forbidden or full the draft lasts as long as the page: the browser's own warning still holds it.
const read = (key: string): unknown => {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null") as unknown;
  } catch {
    return null;
  }
};

const write = (key: string, value: unknown): boolean => {
  try {
    if (value === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};
