import { randomBytes } from "node:crypto";
import { createUserInput, userRoles } from "@cml/domain/auth";
import { AppError, systemActor } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import { createUser } from "@cml/services/auth";
import { type Command, Option } from "commander";
import type { Run } from "../run";
import { shellLocale } from "../shell-locale";
import { withRuntime } from "../with-runtime";

type UserOptions = { email: string; name: string; role: string; json?: boolean };

/** `cm user create`: an account with a password that is printed once and must be changed at the first sign-in. */
export const userCommand = (program: Command, { run }: { run: Run }): void => {
  const text = (key: string): string => translate(shellLocale(), `platform:cli.user.${key}`);
  program
    .command("user")
    .description(text("description"))
    .command("create")
    .description(text("create"))
    .requiredOption("--email <address>", text("email"))
    .requiredOption("--name <name>", text("name"))
    .addOption(new Option("--role <role>", text("role")).choices(userRoles.filter((role) => role !== "TEMP")).default("USER"))
    .option("--json", text("json"))
    .action((options: UserOptions) => run(() => create(options), options));
};

const create = async ({ email, name, role }: UserOptions) => {
  // 128 random bits, with the kinds of sign the password rule asks for.
  const password = `Aa1-${randomBytes(16).toString("base64url")}`;
  const read = createUserInput.safeParse({ email, name, role, password });
  if (!read.success) throw new AppError("INVALID", "input.invalid");
  const user = await withRuntime(({ deps }) => createUser(deps, systemActor(shellLocale()), read.data));
  const params = { email: user.email ?? "", role: user.role, password };
  return {
    json: { id: user.id, email: user.email, role: user.role, password },
    text: translate(shellLocale(), "platform:cli.user.made", params),
  };
};
