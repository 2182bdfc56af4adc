import { translate } from "@cml/i18n";
import type { ImportListener } from "@cml/services/map";
import { Presets, SingleBar } from "cli-progress";
import type { Output } from "./output";
import { shellLocale } from "./shell-locale";

/** A bar on a terminal, nothing anywhere else: logs and pipes get the last line only. */
export const openProgress = (output: Output): { show: ImportListener; close: () => void } => {
  if (!output.isTerminal) return { show: () => undefined, close: () => undefined };
  const rows = translate(shellLocale(), "platform:cli.import.rows");
  const bar = new SingleBar(
    { format: `{bar} {percentage} % · {rows} ${rows} · {eta_formatted}`, stream: process.stderr },
    Presets.shades_classic,
  );
  bar.start(1000, 0, { rows: 0 });
  return {
    show: ({ counts, share }) => bar.update(Math.round(share * 1000), { rows: counts.read }),
    close: () => bar.stop(),
  };
};
