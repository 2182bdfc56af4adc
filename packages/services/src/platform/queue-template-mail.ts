import { afterCommit, type Db } from "@cml/db";
import { insertTemplateMail } from "@cml/db/platform";
import type { Locale } from "@cml/domain/kernel";
import type { Deps } from "../deps";

export type TemplateMailRequest = {
  /** A key of the e-mail templates, such as "password-reset". */
  templateKey: string;
  locale: Locale;
  to: { name: string; address: string };
  variables: Record<string, string>;
  /** The same key twice is one mail; leave it out for mails that may repeat. */
  onceKey?: string;
};

/**
 * Asks for a mail inside the caller's transaction: a row is written with it, a job is queued when it has committed. Should
 * the job be lost, a sweep finds the row. Nothing is rendered yet, so the wording is that of the moment of sending. Gives
 * false for a mail that was asked for before under the same key.
 */
export const queueTemplateMail = async (deps: Deps, db: Db, request: TemplateMailRequest): Promise<boolean> => {
  const { templateKey, locale, to, variables, onceKey = null } = request;
  const id = deps.newId();
  const mail = { id, templateKey, locale, toEmail: to.address, toName: to.name, variables, onceKey, createdAt: deps.clock.now() };
  if (!(await insertTemplateMail(db, mail))) return false;
  await afterCommit(db, async () => {
    // The row is safe: a queue that is down must not turn a finished use case into an error.
    await deps.jobs.add("email.send-template-mail", { mailId: id }).catch((error: unknown) => {
      deps.logger.warn({ mailId: id, error: String(error) }, "mail row written, job not queued; the sweep will");
    });
  });
  return true;
};
