import { idSchema, isAppError, systemActor } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import { undoLocalImport } from "@cml/services/influence";
import { getImport, requestUndo, runUndo } from "@cml/services/map";
import type { CommandResult } from "../output";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

type Deps = Parameters<Parameters<typeof withRuntime>[0]>[0]["deps"];

/** Takes an import back, whatever it brought: what maps show chunk by chunk, districts and representatives at once. */
export const undoAnyImport = (importId: string): Promise<CommandResult> =>
  withRuntime(async ({ deps }) => {
    const locale = shellLocale();
    if (!(await isOfTheMap(deps, importId))) {
      const done = await undoLocalImport(deps, systemActor(locale), importId);
      return { json: { ...done, importId }, text: translate(locale, "platform:cli.import.undone") };
    }
    await requestUndo(deps, systemActor(locale), { importId });
    const { kind, undo } = await runUndo(deps, systemActor(locale), { importId });
    const facts = { removed: undo?.removed ?? 0, restored: undo?.restored ?? 0, kept: undo?.kept ?? 0 };
    return { json: { undone: kind, ...facts, importId }, text: translate(locale, "platform:cli.import.takenBack", facts) };
  });

const isOfTheMap = async (deps: Deps, importId: string): Promise<boolean> => {
  if (!idSchema.safeParse(importId).success) return false;
  try {
    await getImport(deps, systemActor(shellLocale()), importId);
    return true;
  } catch (error) {
    if (isAppError(error) && error.code === "NOT_FOUND") return false;
    throw error;
  }
};
