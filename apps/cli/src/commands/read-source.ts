import { importSourceSchema } from "@cml/domain/map";
import { translate } from "@cml/i18n";
import { InvalidArgumentError } from "commander";
import { shellLocale } from "../shell-locale";

/** What `--source` is given. */
export const readSource = (given: string): string => {
  const read = importSourceSchema.safeParse(given);
  if (!read.success) throw new InvalidArgumentError(translate(shellLocale(), "platform:cli.import.badSource"));
  return read.data;
};
