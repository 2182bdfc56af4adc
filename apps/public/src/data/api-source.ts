import type { PublicApi, PublicOutputs } from "@cml/api-client/public";
import type { PublicShift } from "@cml/domain/map";
import { settingsText } from "@cml/domain/settings";
import type { CampaignCardView, CampaignView } from "../features/campaigns/model/campaign-view";
import type { ShiftView } from "../features/shifts";
import { orNull } from "../shell/failures";
import type { Source } from "./source";

/** The pages' source over the public surface, called in the server's own process. */
export const sourceOf = (api: PublicApi): Source => ({
  site: async (locale) => {
    const settings = await api.settings.siteSettings.get();
    const text = (field: Parameters<typeof settingsText>[1]) => settingsText(settings, field, locale ?? settings.defaultLocale);
    return {
      organization: text("organizationName"),
      logoUrl: settings.organizationLogoUrl,
      faviconUrl: settings.organizationFaviconUrl,
      primaryColour: settings.publicColorPrimary,
      footerText: text("footerText"),
      postalAddress: text("postalAddress"),
      contactEmail: settings.contactEmail,
      timeZone: settings.timeZone,
      locale: settings.defaultLocale,
      enableInfluence: settings.enableInfluence,
      enableMap: settings.enableMap,
      signUpOpen: settings.signUpEnabled,
      embeddedMail: settings.embeddedMail,
    };
  },
  campaigns: async (locale) => {
    const { items } = await api.influence.campaigns.list({ locale, pageSize: 100 });
    return items.map(cardOf);
  },
  campaign: async (slug, locale) => {
    const found = await orNull(api.influence.campaigns.bySlug({ slug, locale }));
    return found === null ? null : campaignOf(found);
  },
  shifts: async () => (await api.map.shifts.list()).map(shiftOf),
  shift: async (id) => {
    const found = await orNull(api.map.shifts.get({ id }));
    return found === null ? null : shiftOf(found);
  },
  pendingLetters: async (token) => {
    const found = await orNull(api.influence.letters.pending({ token }));
    return found === null ? null : { ...found, expiresAt: found.expiresAt.toISOString() };
  },
  receipt: async (token) => {
    const found = await orNull(api.influence.letters.receipt({ token }));
    if (found === null) return null;
    return {
      ...found,
      letters: found.letters.map(({ id, recipientName, recipientTitle, subject, message, timeline }) => ({
        id,
        recipient: recipientName,
        recipientTitle: recipientTitle ?? "",
        subject,
        message,
        steps: timeline.map(({ step, at, words }) => ({ step, at: at?.toISOString() ?? null, words })),
      })),
    };
  },
  confirmLetters: async (token) => {
    const confirmed = await orNull(api.influence.letters.confirm({ token }));
    return confirmed === null ? null : confirmed.receiptToken;
  },
});

type Summary = PublicOutputs["influence"]["campaigns"]["list"]["items"][number];

const cardOf = (campaign: Summary): CampaignCardView => ({
  slug: campaign.slug,
  title: campaign.title,
  description: campaign.callToAction || campaign.description,
  coverUrl: campaign.coverPhoto,
  highlighted: campaign.highlightCampaign,
  levels: campaign.targetGovernmentLevels,
  letterCount: campaign.emailCount,
});

const campaignOf = (campaign: PublicOutputs["influence"]["campaigns"]["bySlug"]): CampaignView => ({
  ...cardOf(campaign),
  description: campaign.description,
  callToAction: campaign.callToAction,
  state: campaign.open ? "open" : campaign.status === "PAUSED" ? "paused" : "ended",
  namedRecipients: [],
  callCount: campaign.callCount,
  letter: { subject: campaign.emailSubject, body: campaign.emailBody },
  allowSend: campaign.allowSmtpEmail,
  allowMailto: campaign.allowMailtoLink,
  allowEditing: campaign.allowEmailEditing,
  verifySender: campaign.verifySender,
  showReplies: campaign.showResponseWall,
});

const shiftOf = ({ id, title, description, date, startTime, endTime, location, cutName, placesLeft }: PublicShift): ShiftView => ({
  id,
  title,
  description: description ?? "",
  date,
  startTime,
  endTime,
  location: location ?? "",
  area: cutName ?? "",
  placesLeft,
});
