import { listRejectColumns, streamRejects } from "@cml/db/map";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { RejectReason } from "@cml/domain/map";
import { csvLine } from "@cml/formats";
import { translate } from "@cml/i18n";
import type { Deps } from "../../deps";
import { recordAudit } from "../../platform/record-audit";
import { maySeePeople } from "../locations/get-location";
import { getImport } from "./get-import";

/** All refused rows as CSV: row number, reason in the reader's language, the cell at fault, then the row as it came. */
export async function* streamRejectedRows(deps: Deps, actor: Actor, importId: string): AsyncGenerator<string> {
  const run = await getImport(deps, actor, importId);
  if (run.kind === "people") {
    if (!maySeePeople(actor)) throw new AppError("FORBIDDEN", "auth.notAllowed");
    const facts = { rows: run.counts.rejected };
    await recordAudit(deps.db, { actor, action: "people.export-rejected", entity: "ImportRun", entityId: importId, facts });
  }
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

/** A row that was refused, as a person looks for it: in which file of several, and where there. */
export type RejectedRowFact = { row: number; file: string | null; reason: RejectReason; detail: string };

const mostShown = 5;

/** The first few of them, for a shell. */
export const firstRejectedRows = async (deps: Deps, actor: Actor, { importId }: { importId: string }): Promise<RejectedRowFact[]> => {
  const run = await getImport(deps, actor, importId);
  if (run.kind === "people" && !maySeePeople(actor)) throw new AppError("FORBIDDEN", "auth.notAllowed");
  const facts: RejectedRowFact[] = [];
  for await (const { row, reason, detail, raw } of streamRejects(deps.db, importId)) {
    const { FILE: file, ROW: rowThere } = raw;
    facts.push({
      row: typeof rowThere === "string" ? Number(rowThere) : row,
      file: typeof file === "string" ? file : null,
      reason,
      detail,
    });
    if (facts.length === mostShown) break;
  }
  return facts;
};

const cellText = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};
