import { issueOneTimeToken } from "@cml/auth";
import type { Db } from "@cml/db";
import { oneTimeLifetimeMs, type OneTimePurpose, type User } from "@cml/domain/auth";
import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { getPublicLink, getPublicUrl } from "../../settings/site-settings/get-public-url";
import { readSettings } from "../../settings/site-settings/settings-cache";

type AccountMail = "email-verification" | "password-reset" | "account-invitation" | "account-exists";

// The purpose of the token in each mail, the page its link opens, and the variable the link stands in. The pages act on
// POST only: scanners follow links.
const kinds: Record<AccountMail, { purpose: OneTimePurpose; page: "verify" | "reset"; variable: string }> = {
  "email-verification": { purpose: "email-verification", page: "verify", variable: "VERIFY_URL" },
  "password-reset": { purpose: "password-reset", page: "reset", variable: "RESET_URL" },
  "account-invitation": { purpose: "invitation", page: "reset", variable: "RESET_URL" },
  "account-exists": { purpose: "password-reset", page: "reset", variable: "RESET_URL" },
};

type Addressee = Pick<User, "id" | "name" | "locale"> & { email: string };
type Request = { kind: AccountMail; user: Addressee; locale: Locale; variables?: Record<string, string> };

/** Mails an account a link that works once, in the transaction of `db`; links of the same purpose sent before stop working. */
export const mailAccountLink = async (deps: Deps, db: Db, { kind, user, locale, variables = {} }: Request): Promise<void> => {
  const { purpose, page, variable } = kinds[kind];
  const now = deps.clock.now();
  const token = await issueOneTimeToken({ db, now }, { userId: user.id, email: user.email, purpose }, deps.newId);
  const language = user.locale ?? locale;
  const expiresAt = new Date(now.getTime() + oneTimeLifetimeMs[purpose]);
  await queueTemplateMail(deps, db, {
    templateKey: kind,
    locale: language,
    to: { name: user.name, address: user.email },
    variables: {
      USER_NAME: user.name,
      [variable]: await getPublicLink(deps, language, `/${page}/${token}`),
      SIGN_IN_URL: `${await getPublicUrl(deps)}/admin/`,
      EXPIRES_AT: await writeMoment(deps, expiresAt, language),
      ...variables,
    },
  });
};

const writeMoment = async (deps: Deps, time: Date, locale: Locale): Promise<string> => {
  const { timeZone } = (await readSettings(deps)).settings;
  return new Intl.DateTimeFormat(`${locale}-CA`, { dateStyle: "long", timeStyle: "short", timeZone }).format(time);
};
