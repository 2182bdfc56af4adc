import { useEffect, useRef } from "react";
import { api } from "../../../api";
import { type ImportDraft, withPreset } from "../model/import-draft";

type Options = { headers: string[] | undefined; onChange: (changes: Partial<ImportDraft>) => void };

/** Takes up the preset last used with the same columns, once for each file and never over what somebody has chosen. */
export const useSuggestedPreset = (draft: ImportDraft, { headers, onChange }: Options) => {
  const asked = useRef("");
  const cache = api.useUtils();
  const { kind, uploadKey, mapping, people, preset } = draft;
  const isUntouched = mapping === null && people === null && preset === null;
  useEffect(() => {
    if (
      (kind !== "addresses" && kind !== "people") ||
      uploadKey === null ||
      headers === undefined ||
      !isUntouched ||
      asked.current === uploadKey
    )
      return;
    asked.current = uploadKey;
    void cache.map.imports.presets.suggest.fetch({ kind, headers }).then((found) => {
      if (found !== null) onChange(withPreset(found));
    });
  }, [kind, uploadKey, headers, isUntouched, cache, onChange]);
};
