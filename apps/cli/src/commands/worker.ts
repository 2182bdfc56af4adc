import { AppError, lineSchema, systemActor } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import { createWorkerToken } from "@cml/services/auth";
import type { Command } from "commander";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

/** `cm worker create NAME`: lets a machine work through media jobs; its token is printed once. */
export const workerCommand = (program: Command, { run }: { run: Run }): void => {
  const text = (key: string): string => translate(shellLocale(), `platform:cli.worker.${key}`);
  program
    .command("worker")
    .description(text("description"))
    .command("create")
    .description(text("create"))
    .argument("<name>", text("name"))
    .option("--json", text("json"))
    .action((name: string, options: { json?: boolean }) => run(() => create(name), options));
};

const create = async (given: string) => {
  const read = lineSchema(60).safeParse(given);
  if (!read.success) throw new AppError("INVALID", "input.invalid");
  const made = await withRuntime(({ deps }) => createWorkerToken(deps, systemActor(shellLocale()), { name: read.data }));
  const { id, name, token } = made;
  return { json: { id, name, token }, text: translate(shellLocale(), "platform:cli.worker.made", { name, token }) };
};
