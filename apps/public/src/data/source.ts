import type { Locale } from "@cml/domain/kernel";
import type { CampaignCardView, CampaignView } from "../features/campaigns/model/campaign-view";
import type { Receipt, WaitingLetter } from "../features/letters/model";
import type { ShiftView } from "../features/shifts/model";
import type { Site } from "../shell/site";

/** Everything the pages read and the forms without JavaScript do; null where there is nothing at an address. */
export type Source = {
  /** In the site's own language when none is asked for. */
  site: (locale: Locale | null) => Promise<Site>;
  campaigns: (locale: Locale) => Promise<CampaignCardView[]>;
  campaign: (slug: string, locale: Locale) => Promise<CampaignView | null>;
  shifts: () => Promise<ShiftView[]>;
  shift: (id: string) => Promise<ShiftView | null>;
  pendingLetters: (token: string) => Promise<WaitingLetter | null>;
  receipt: (token: string) => Promise<Receipt | null>;
  /** Confirms what a mailed link stands for and gives the receipt's token; null for a dead link. */
  confirmLetters: (token: string) => Promise<string | null>;
};
