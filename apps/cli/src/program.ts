import { isAppError } from "@cml/domain/kernel";
import { errorText, translate } from "@cml/i18n";
import { StartError, version } from "@cml/runtime";
import { Command, CommanderError } from "commander";
import { demoCommand } from "./commands/demo";
import { doctorCommand } from "./commands/doctor";
import { importCommand } from "./commands/import";
import { userCommand } from "./commands/user";
import { workerCommand } from "./commands/worker";
import { type Output, writeResult } from "./output";
import type { Run } from "./run";
import { shellLocale } from "./shell-locale";

/** 0 done, 1 it failed and says why in one sentence, 2 the command was not understood. */
export type ExitCode = 0 | 1 | 2;

export const createProgram = (output: Output): { run: (words: string[]) => Promise<ExitCode> } => {
  let exitCode: ExitCode = 0;
  const run: Run = async (work, { json = false }) => {
    try {
      const result = await work();
      if (result.failed === true) exitCode = 1;
      writeResult(output, result, json);
    } catch (error) {
      exitCode = 1;
      const sentence = sentenceOf(error);
      output.stderr.write(`${sentence}\n`);
      if (json) writeResult(output, { json: { error: sentence }, text: "" }, true);
    }
  };
  const program = new Command("cm")
    .description(translate(shellLocale(), "platform:cli.description"))
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => output.stdout.write(text), writeErr: (text) => output.stderr.write(text) });
  importCommand(program, { run, output });
  userCommand(program, { run });
  workerCommand(program, { run });
  demoCommand(program, { run });
  doctorCommand(program, { run });
  return {
    run: async (words) => {
      try {
        await program.parseAsync(words, { from: "user" });
        return exitCode;
      } catch (error) {
        if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
        throw error;
      }
    },
  };
};

const sentenceOf = (error: unknown): string => {
  if (error instanceof StartError) return error.message;
  if (isAppError(error)) return errorText(shellLocale(), error.messageKey, error.params);
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
