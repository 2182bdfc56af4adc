/** Where a command writes: its result to standard output, what it says on the way to standard error. */
export type Output = {
  stdout: { write: (text: string) => unknown };
  stderr: { write: (text: string) => unknown };
  isTerminal: boolean;
};

/** What a command leaves: the object of `--json`, and the sentences a person reads without it. */
export type CommandResult = { json: Record<string, unknown>; text: string; failed?: boolean };

/** With `--json` the last line of standard output is one JSON object. */
export const writeResult = (output: Output, result: CommandResult, asJson: boolean): void => {
  output.stdout.write(`${asJson ? JSON.stringify(result.json) : result.text}\n`);
};
