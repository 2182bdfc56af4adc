import { AppError } from "@cml/domain/kernel";
import type { ImportPreview } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { shellLocale } from "../shell-locale";

const text = (key: string, facts: Record<string, string | number> = {}): string =>
  translate(shellLocale(), `platform:cli.import.table.${key}`, facts);

/** How a file was read and how its first rows would land, for a person. */
export const previewText = ({ reading, mapping, problem, rows }: ImportPreview): string => {
  const columns = Object.entries(mapping).map(([field, header]) => `${field}=${header}`);
  return [
    reading === null
      ? text("shapes")
      : text("read", {
          encoding: reading.encoding,
          delimiter: JSON.stringify(reading.delimiter),
          header: text(reading.headerRow ? "withHeader" : "withoutHeader"),
        }),
    text("mapped", { columns: columns.join(", ") || "–" }),
    ...(problem === null ? [] : [translate(shellLocale(), `map:errors.import.${problem.problem}`, { column: problem.column })]),
    ...rows.map(({ row, label, detail, place, rejected }) => {
      const where = place === null ? "" : ` (${place.latitude}, ${place.longitude})`;
      const why = rejected === null ? "" : ` – ${translate(shellLocale(), `map:import.rejected.${rejected}`)}`;
      return `${String(row).padStart(4)}  ${[label, detail].filter((part) => part !== "").join(", ")}${where}${why}`;
    }),
  ].join("\n");
};

/** Points that are no degrees are not imported as such: what they look like is said, and how to have them read. */
export const refuseOddPoints = ({ pointsLook }: ImportPreview): void => {
  if (pointsLook !== null && pointsLook !== "degrees") throw new AppError("INVALID", `import.points.${pointsLook}`);
};
