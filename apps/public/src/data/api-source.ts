import type { PublicApi, PublicOutputs } from "@cml/api-client/public";
import { type EmailMethod, levelsOfRules, rulesOf } from "@cml/domain/influence";
import type { PublicCut } from "@cml/domain/map";
import { settingsText } from "@cml/domain/settings";
import type { CampaignCardView, CampaignView } from "../features/campaigns/model/campaign-view";
import { receiptOf } from "../features/letters/receipt-of";
import type { AreaView } from "../features/map";
import { orNotNow, orNull } from "../shell/failures";
import { followUpSourceOf } from "./follow-up-source";
import { officeSourceOf } from "./office-source";
import type { Source } from "./source";
import { shiftSourceOf } from "./shift-source";
import { shiftOf } from "./shift-view";
import { submitPlain } from "./submit-plain";
import { wallSourceOf } from "./wall-source";

/** The pages' source over the public surface, called in the server's own process. */
export const sourceOf = (api: PublicApi): Source => ({
  ...followUpSourceOf(api),
  ...officeSourceOf(api),
  ...shiftSourceOf(api),
  ...wallSourceOf(api),
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
  preview: async ({ slug, token, locale }) => {
    const found = await orNull(api.influence.campaigns.preview({ slug, token, locale }));
    return found === null ? null : { ...campaignOf(found), previewToken: token };
  },
  targets: ({ slug, postalCode, districts, locale }) =>
    orNotNow(
      postalCode === null
        ? api.influence.representatives.fixedTargets({ campaignSlug: slug, locale })
        : api.influence.representatives.lookUp({ campaignSlug: slug, postalCode, districts, locale }),
    ),
  previewTargets: (asked) => orNotNow(api.influence.representatives.previewTargets(asked)),
  votes: (slug) => orNotNow(api.influence.representatives.voteCount({ campaignSlug: slug })),
  prepared: ({ slug, ...asked }) => orNotNow(api.influence.letters.prepare({ campaignSlug: slug, ...asked })),
  previewPrepared: (asked) => orNotNow(api.influence.letters.previewPrepare(asked)),
  shifts: async () => (await api.map.shifts.list()).map(shiftOf),
  shift: async (id) => {
    const found = await orNull(api.map.shifts.get({ id }));
    return found === null ? null : shiftOf(found);
  },
  areas: async () => (await api.map.cuts.list()).map(areaOf),
  mapGround: () => api.settings.mapSettings.get(),
  pendingLetters: async (token) => {
    const found = await orNull(api.influence.letters.pending({ token }));
    return found === null ? null : { ...found, expiresAt: found.expiresAt.toISOString() };
  },
  receipt: async (token, zone) => {
    const found = await orNull(api.influence.letters.receipt({ token }));
    return found === null ? null : receiptOf(found, zone);
  },
  aboutMe: async (token) => {
    const found = await orNotNow(api.influence.letters.aboutMe({ token }));
    if (found === null) return null;
    return {
      ...found,
      kept: found.kept.map((one) => ({ ...one, since: one.since.toISOString(), until: one.until?.toISOString() ?? null })),
    };
  },
  confirmLetters: (token) => orNull(api.influence.letters.confirm({ token })),
  answerSent: async ({ receiptToken, letterId, sent }) =>
    (await orNull(api.influence.letters.answerSent({ receiptToken, letterIds: [letterId], sent }))) !== null,
  submitPlain: (submission) => submitPlain(api, submission),
  erase: async (asked) => (await orNull(api.influence.letters.erase(asked))) !== null,
});

type Summary = PublicOutputs["influence"]["campaigns"]["list"]["items"][number];
type Campaign = PublicOutputs["influence"]["campaigns"]["bySlug"];

const cardOf = (campaign: Summary): CampaignCardView => ({
  slug: campaign.slug,
  title: campaign.title,
  description: campaign.callToAction || campaign.description,
  coverUrl: campaign.coverPhoto,
  highlighted: campaign.highlightCampaign,
  levels: levelsOfRules(rulesOf(campaign)),
  letterCount: campaign.emailCount,
});

const states = { OPEN: "open", PAUSED: "paused", ENDED: "ended", ARCHIVED: "ended" } as const;

const campaignOf = (campaign: Campaign): CampaignView => ({
  ...cardOf(campaign),
  description: campaign.description,
  callToAction: campaign.callToAction,
  state: states[campaign.state],
  isPreview: campaign.isPreview,
  previewToken: null,
  isPublished: campaign.publishedAt !== null,
  rules: rulesOf(campaign),
  needsPlace: campaign.needsPostalCode,
  ownConstituentsOnly: campaign.ownConstituentsOnly,
  callCount: campaign.callCount,
  replyCount: campaign.responseCount,
  letter: { subject: campaign.emailSubject, body: campaign.emailBody },
  methods: methodsOf(campaign),
  allowEditing: campaign.allowEmailEditing,
  allowList: campaign.allowCustomRecipients,
  allowCalls: campaign.allowCalls,
  callScript: campaign.callScript,
  collectUserInfo: campaign.collectUserInfo,
  askStreet: campaign.askStreet,
  personalPrompt: campaign.personalPrompt,
  publicRecord: campaign.publicRecord,
  officeLink: campaign.officeLink,
  verifySender: campaign.verifySender,
  showReplies: campaign.showResponseWall,
  decisionAt: campaign.decisionAt?.toISOString() ?? null,
  submissionDeadline: campaign.submissionDeadline?.toISOString() ?? null,
  endsAt: campaign.endsAt?.toISOString() ?? null,
  agendaItem: campaign.agendaItem,
  clerkName: campaign.clerkName,
  outcome: campaign.outcome,
  nextStep: campaign.nextStepUrl === "" ? null : { label: campaign.nextStepLabel || campaign.nextStepUrl, url: campaign.nextStepUrl },
  embedOrigins: campaign.embedOrigins,
});

const methodsOf = ({ allowSmtpEmail, allowMailtoLink, allowPrint }: Campaign): EmailMethod[] => [
  ...(allowSmtpEmail ? (["SMTP"] as const) : []),
  ...(allowMailtoLink ? (["MAILTO"] as const) : []),
  ...(allowPrint ? (["PRINT"] as const) : []),
];

const areaOf = ({ id, name, color, bounds, addressCount, completionPercentage, labelAt }: PublicCut): AreaView => ({
  id,
  name,
  color,
  bounds,
  doors: addressCount,
  share: completionPercentage === null ? null : completionPercentage / 100,
  at: labelAt,
});
