import type { Campaign } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { getMailTransport } from "../../settings/get-mail-transport";

/** The embedded mailbox is not delivery: in production nobody may be promised that a letter was sent from here. */
export const checkMayPublish = async (deps: Deps, campaign: Pick<Campaign, "allowSmtpEmail" | "isDemo">): Promise<void> => {
  if (!deps.config.production || !campaign.allowSmtpEmail || campaign.isDemo) return;
  const { source } = await getMailTransport(deps);
  if (source === "mailbox") throw new AppError("CONFLICT", "campaign.needsMailServer");
};
