import { type Campaign, isWindowReal } from "@cml/domain/influence";
import { AppError } from "@cml/domain/kernel";

type Settings = Pick<Campaign, "sendFrom" | "sendUntil" | "windowFrom" | "windowTo" | "nextStepLabel" | "nextStepUrl">;

/** What no single field can know: letters need a window that has a length, and a next step both its words and its address. */
export const checkSettings = (campaign: Settings): void => {
  if (!isWindowReal(campaign)) throw new AppError("INVALID", "campaign.window");
  if ((campaign.nextStepLabel === null) !== (campaign.nextStepUrl === null)) throw new AppError("INVALID", "campaign.nextStep");
};
