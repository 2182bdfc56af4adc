import type { PositionCounts, PreparedLetters, ShownWords } from "@cml/domain/influence";
import type { Locale } from "@cml/domain/kernel";
import type { MapView } from "@cml/domain/settings";
import type { CampaignCardView, CampaignView, FixedPeople } from "../features/campaigns/model/campaign-view";
import type { OpenPlaces } from "../features/campaigns/model/open-places";
import type { PlainAnswer, PlainSubmission } from "../features/campaigns/panel/plain-submission";
import type { KeptAboutMe, Receipt, WaitingLetter } from "../features/letters/model";
import type { AreaView } from "../features/map/model";
import type { ShiftView } from "../features/shifts/model";
import type { Zone } from "../texts/dates";
import type { Site } from "../shell/site";
import type { FollowUpSource } from "./follow-up-source";
import type { OfficeSource } from "./office-source";
import type { ShiftSource } from "./shift-source";
import type { WallSource } from "./wall-source";

export type PreparedAsked = {
  slug: string;
  postalCode: string | null;
  districts: string[];
  targetIds: string[];
  locale: Locale;
} & OpenPlaces;

export type PreviewAsked = { slug: string; token: string | null; postalCode: string | null; districts: string[]; locale: Locale };

/** Everything the pages read and the forms without JavaScript do; null where there is nothing at an address. */
export type Source = OfficeSource &
  FollowUpSource &
  ShiftSource &
  WallSource & {
    /** In the site's own language when none is asked for. */
    site: (locale: Locale | null) => Promise<Site>;
    campaigns: (locale: Locale) => Promise<CampaignCardView[]>;
    /** The answer's slug is the current one: another than was asked for is where the page has moved. */
    campaign: (slug: string, locale: Locale) => Promise<CampaignView | null>;
    /** Through a private link. */
    preview: (asked: { slug: string; token: string; locale: Locale }) => Promise<CampaignView | null>;
    /** Who can be written to: wherever one lives, or at a place. Null where nobody can be told now. */
    targets: (asked: { slug: string; postalCode: string | null; districts: string[]; locale: Locale }) => Promise<FixedPeople>;
    /** The same for a sample supporter of a campaign that is not public yet. */
    previewTargets: (asked: PreviewAsked) => Promise<FixedPeople>;
    /** How the votes stand, as far as staff know; also once a campaign is over. Null while nothing is known. */
    votes: (slug: string) => Promise<PositionCounts | null>;
    /** The chosen people's letters as they will leave; null where they cannot be made now. */
    prepared: (asked: PreparedAsked) => Promise<PreparedLetters | null>;
    /** The same for a sample supporter, with the words the preview shows. */
    previewPrepared: (asked: PreparedAsked & { token: string | null; shown: ShownWords }) => Promise<PreparedLetters | null>;
    shifts: () => Promise<ShiftView[]>;
    shift: (id: string) => Promise<ShiftView | null>;
    /** Public areas with how far they are. */
    areas: () => Promise<AreaView[]>;
    /** Where the map opens, what it lies on and whom to thank for it. */
    mapGround: () => Promise<MapView>;
    pendingLetters: (token: string) => Promise<WaitingLetter | null>;
    /** Its moments are written out for the zone and language of the page. */
    receipt: (token: string, zone: Zone) => Promise<Receipt | null>;
    aboutMe: (token: string) => Promise<KeptAboutMe | null>;
    /** Confirms what a mailed link stands for; null for a dead link, a null token where it stood for boxes only. */
    confirmLetters: (token: string) => Promise<{ receiptToken: string | null } | null>;
    /** "Did you send it?"; false where there is no such letter. */
    answerSent: (answer: { receiptToken: string; letterId: string; sent: boolean }) => Promise<boolean>;
    submitPlain: (submission: PlainSubmission) => Promise<PlainAnswer>;
    erase: (asked: { token: string; alsoWaiting: boolean }) => Promise<boolean>;
  };
