import { listRejectColumns, streamRejects } from "@cml/db/map";
import { type Actor } from "@cml/domain/kernel";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { getImport } from "./get-import";

/** All refused rows as CSV: row number, reason in the reader's language, the cell at fault, then the row as it came. */
export async function* streamRejectedRows(deps: Deps, actor: Actor, importId: string): AsyncGenerator<string> {
  await getImport(deps, actor, importId);
  const { locale } = actor;
  const columns = await listRejectColumns(deps.db, importId);
  let told = false;
  for await (const { row, reason, detail, raw } of streamRejects(deps.db, importId)) {
    if (!told) {
      told = true;
      yield csvLine([
        translate(locale, "map:import.row"),
        translate(locale, "map:import.reason"),
        translate(locale, "map:import.detail"),
        ...columns,
      ]);
    }
    const cells = columns.map((column) => cellText(raw[column]));
    yield csvLine([row, translate(locale, `map:import.rejected.${reason}`), detail, ...cells]);
  }
}

const cellText = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};
