import type { Campaign } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { getMailTransport } from "../../settings/get-mail-transport";

type Sending = Pick<Campaign, "allowSmtpEmail" | "isDemo">;

/** The embedded mailbox is not delivery: in production nobody may be promised that a letter was sent from here. */
export const checkMayPublish = async (deps: Deps, campaign: Sending): Promise<void> => {
  if (!(await mailLeaves(deps, campaign))) throw new AppError("CONFLICT", "campaign.needsMailServer");
};

/** Whether what the campaign promises to send really leaves; true where it promises nothing or nothing is at stake. */
export const mailLeaves = async (deps: Deps, { allowSmtpEmail, isDemo }: Sending): Promise<boolean> => {
  if (!deps.config.production || !allowSmtpEmail || isDemo) return true;
  return (await getMailTransport(deps)).source !== "mailbox";
};
