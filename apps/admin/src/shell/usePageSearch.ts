import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

type Raw = Record<string, unknown>;

/**
 * What a list shows lives in the address, so that it can be sent to a colleague and survives Back. `parse` makes sense of
 * whatever stands there; values equal to nothing are left out of the address.
 */
export const usePageSearch = <T extends Raw>(parse: (raw: Raw) => T) => {
  const raw: Raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Partial<T>) =>
      void navigate({
        to: ".",
        replace: true,
        resetScroll: false,
        search: (before: Raw) => withoutEmpty({ ...before, ...changes }),
      }),
    [navigate],
  );
  return [parse(raw), change] as const;
};

const withoutEmpty = (search: Raw): Raw =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== null && value !== undefined && value !== ""));

export const textOf = (value: unknown): string => (typeof value === "string" ? value : typeof value === "number" ? String(value) : "");

export const pageOf = (value: unknown): number => {
  const page = Number(value);
  return Number.isInteger(page) && page > 0 ? page : 1;
};

export const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | null =>
  choices.find((choice) => choice === value) ?? null;

/** Rows on one page of a list. */
export const pageSize = 50;
