import { systemActor } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import { removeDemo } from "@cml/services/overview";
import type { Command } from "commander";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

/** `cm demo remove`: takes the demo away, and nothing else; without one it says so and is content. */
export const demoCommand = (program: Command, { run }: { run: Run }): void => {
  const text = (key: string): string => translate(shellLocale(), `platform:cli.demo.${key}`);
  program
    .command("demo")
    .description(text("description"))
    .command("remove")
    .description(text("remove"))
    .option("--json", text("json"))
    .action((options: { json?: boolean }) =>
      run(async () => {
        const { removed } = await withRuntime(({ deps }) => removeDemo(deps, systemActor(shellLocale())));
        return { json: { removed }, text: text(removed ? "removed" : "none") };
      }, options),
    );
};
