import { deletePreset, findPresetByHeaders, listPresets, touchPreset, upsertPreset } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import { foldWords, headersFingerprint, type ImportPreset, type SavePresetInput } from "@cml/domain/map";
import type { Deps } from "../../deps";
import { requireWholeMapFor, userIdOf } from "../require-map-scope";

/** Ways of reading files that somebody gave a name, the latest used first. */
export const listImportPresets = async (deps: Deps, actor: Actor, { kind }: { kind: ImportPreset["kind"] }): Promise<ImportPreset[]> => {
  requireWholeMapFor(actor, "location.import");
  return listPresets(deps.db, kind);
};

/** Remembers how files are read under a name, and for the headers of this one; the same name is written over. */
export const saveImportPreset = async (deps: Deps, actor: Actor, { headers, ...input }: SavePresetInput): Promise<ImportPreset> => {
  requireWholeMapFor(actor, "location.import");
  const given = { ...input, headers: headers.length === 0 ? null : headersFingerprint(headers) };
  return upsertPreset(deps.db, { ...given, id: deps.newId(), createdByUserId: userIdOf(actor), at: deps.clock.now() });
};

/** Throws NOT_FOUND. */
export const deleteImportPreset = async (deps: Deps, actor: Actor, { id }: { id: string }): Promise<void> => {
  requireWholeMapFor(actor, "location.import");
  if (!(await deletePreset(deps.db, id))) throw new AppError("NOT_FOUND", "map.import.presetNotFound");
};

/** A preset by its name, case and accents aside; it counts as used. Throws NOT_FOUND, naming those there are. */
export const takeImportPreset = async (
  deps: Deps,
  actor: Actor,
  { kind, name }: Pick<ImportPreset, "kind" | "name">,
): Promise<ImportPreset> => {
  const presets = await listImportPresets(deps, actor, { kind });
  const found = presets.find((one) => one.name === name) ?? presets.find((one) => foldWords(one.name) === foldWords(name));
  if (found === undefined)
    throw new AppError("NOT_FOUND", presets.length === 0 ? "map.import.noPresets" : "map.import.noSuchPreset", {
      name,
      known: presets.map((one) => one.name).join(", "),
    });
  await touchPreset(deps.db, found.id, deps.clock.now());
  return found;
};

type Wanted = { kind: ImportPreset["kind"]; headers: string[] };

/** The preset last used with a file that has the same columns, in whatever order; null when there is none. */
export const suggestImportPreset = async (deps: Deps, actor: Actor, { kind, headers }: Wanted): Promise<ImportPreset | null> => {
  requireWholeMapFor(actor, "location.import");
  const found = await findPresetByHeaders(deps.db, kind, headersFingerprint(headers));
  if (found !== null) await touchPreset(deps.db, found.id, deps.clock.now());
  return found;
};
