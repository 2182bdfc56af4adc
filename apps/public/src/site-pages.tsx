import { targetsOf } from "./data/targets-of";
import type { Visit } from "./data/visit";
import { accountPage } from "./features/accounts";
import {
  CampaignListPage,
  CampaignPage,
  type CampaignView,
  CheckMailPage,
  EmbedPage,
  OpenedPage,
  type PlainForm,
  plainFormOf,
  sendPlainLetter,
  shortened,
} from "./features/campaigns";
import { againPage, followUpPage, stopPage } from "./features/follow-ups";
import { HomePage } from "./features/home";
import { BoxesConfirmedPage, ConfirmPage, DeadLinkPage, KeptPage, NoReceiptPage, NothingKeptPage, ReceiptPage } from "./features/letters";
import { mapPage } from "./features/map";
import { officePage, officeQuestionPage, wayInPage } from "./features/offices";
import { confirmReplyPage, replyPage, sentPage, shareReplyPage, upvotePage, wallPage } from "./features/responses";
import { mySignupPage, shiftListPage, shiftPage, signedUpPage } from "./features/shifts";
import { panels } from "./islands/panels";
import { addressIn, prefixesOf } from "./shell/addresses";
import { NotFoundPage } from "./shell/NotFoundPage";
import type { Page } from "./shell/page";

type Route = { pattern: RegExp; page: (visit: Visit, part: string, more: string) => Promise<Page> };

const titled = (page: Partial<Page> & Pick<Page, "title" | "body">): Page => ({ status: 200, description: page.title, ...page });
const personal = { noindex: true, headers: { "cache-control": "no-store" } };

const homePage = async ({ source, site, t, locale }: Visit): Promise<Page> => {
  const [campaigns, shifts] = await Promise.all([
    site.enableInfluence ? source.campaigns(locale) : [],
    site.enableMap ? source.shifts() : [],
  ]);
  return titled({
    title: site.organization,
    description: t("home.lead", { organization: site.organization }),
    body: <HomePage campaigns={campaigns} shifts={shifts} showMap={site.enableMap} />,
  });
};

const campaignListPage = async ({ source, site, t, locale }: Visit): Promise<Page> =>
  titled({
    title: t("campaigns.title"),
    description: t("campaigns.description", { organization: site.organization }),
    body: <CampaignListPage campaigns={await source.campaigns(locale)} showShifts={site.enableMap} />,
  });

const campaignPage = async (visit: Visit, slug: string): Promise<Page> => {
  const campaign = await visit.source.campaign(slug, visit.locale);
  if (campaign === null) return notFoundPage(visit);
  if (campaign.slug !== slug) return movedPage(visit, `/c/${encodeURIComponent(campaign.slug)}`);
  return drawnCampaign(visit, campaign);
};

/** A draft behind its private link: the page as it will be, kept out of search engines. Once published, the page itself. */
const previewPage = async (visit: Visit, slug: string, token: string): Promise<Page> => {
  const campaign = await visit.source.preview({ slug, token, locale: visit.locale });
  if (campaign === null) return notFoundPage(visit);
  if (campaign.isPublished) return seeOther(visit, `/c/${encodeURIComponent(campaign.slug)}`);
  return { ...(await drawnCampaign(visit, campaign)), ...personal };
};

const drawnCampaign = async (visit: Visit, campaign: CampaignView, filled: PlainForm | null = null): Promise<Page> => {
  const people = await fixedPeople(visit, campaign);
  // Nobody is looked up for a page without a form, but what is known of the votes stays on it.
  const votes = people?.positions ?? (campaign.state === "open" ? null : await visit.source.votes(campaign.slug));
  const plain = filled ?? (campaign.state === "open" ? await plainFormOf(visit, campaign) : null);
  return titled({
    title: campaign.title,
    description: shortened(campaign.callToAction || campaign.description || campaign.title, 160),
    image: campaign.coverUrl,
    panels: [campaign.state === "open" ? panels.letter.source : panels.share.source],
    ...(plain === null ? {} : personal),
    body: (
      <CampaignPage
        campaign={campaign}
        people={people}
        votes={votes}
        address={visit.address}
        embeddedMail={visit.site.embeddedMail}
        plain={plain}
      />
    ),
  });
};

/** A letter sent as a plain form, for browsers without JavaScript. */
const plainLetterPage = async (visit: Visit, slug: string): Promise<Page> => {
  const campaign = await visit.source.campaign(slug, visit.locale);
  if (campaign === null || campaign.slug !== slug) return notFoundPage(visit);
  if (visit.form === null || campaign.state !== "open") return seeOther(visit, `/c/${slug}`);
  const outcome = await sendPlainLetter(visit, campaign, visit.form);
  switch (outcome.kind) {
    case "again":
      return { ...(await drawnCampaign(visit, campaign, outcome.plain)), ...personal, status: outcome.status };
    case "confirm":
      return seeOther(visit, "/check-mail");
    case "receipt":
      return seeOther(visit, `/receipt/${outcome.receiptToken}`);
    case "opened":
      return titled({
        ...personal,
        title: visit.t("panel.done.titles.opened"),
        body: <OpenedPage letters={outcome.letters} receiptToken={outcome.receiptToken} />,
      });
    case "prove":
      return seeOther(visit, `/c/${slug}`);
  }
};

const fixedPeople = (visit: Visit, campaign: CampaignView) =>
  campaign.state === "open" && campaign.rules.some(({ kind }) => kind === "WHOLE_COUNCIL" || kind === "NAMED_PEOPLE")
    ? targetsOf(visit, campaign, { postalCode: null, districts: [] })
    : Promise.resolve(null);

/** The panel alone, for a frame on a site the campaign names; nobody else may frame it. */
const embedPage = async (visit: Visit, slug: string): Promise<Page> => {
  const campaign = await visit.source.campaign(slug, visit.locale);
  if (campaign === null) return notFoundPage(visit);
  if (campaign.slug !== slug) return movedPage(visit, `/embed/${encodeURIComponent(campaign.slug)}`);
  const people = await fixedPeople(visit, campaign);
  const address = visit.address.replace("/embed/", "/c/");
  return titled({
    title: campaign.title,
    noindex: true,
    bare: true,
    frameAncestors: campaign.embedOrigins,
    panels: [campaign.state === "open" ? panels.letter.source : panels.share.source],
    body: <EmbedPage campaign={campaign} people={people} address={address} embeddedMail={visit.site.embeddedMail} />,
  });
};

/** Where a page stands now, for the address it had before. */
const movedPage = async ({ locale, site, search }: Visit, path: string): Promise<Page> => {
  const query = search.toString();
  const location = addressIn(prefixesOf(site.locale), locale, path) + (query === "" ? "" : `?${query}`);
  return titled({ status: 301, title: path, body: null, headers: { location } });
};

/** Where to go on after a form, so that a reload sends nothing again. */
const seeOther = ({ locale, site }: Visit, path: string): Page =>
  titled({ status: 303, title: path, body: null, headers: { location: addressIn(prefixesOf(site.locale), locale, path) } });

const confirmPage = async ({ source, t }: Visit, token: string): Promise<Page> => {
  const letter = await source.pendingLetters(token);
  const alive = letter?.state === "WAITING";
  return titled({
    ...personal,
    status: alive ? 200 : letter?.state === "CONFIRMED" ? 200 : 410,
    title: t("confirm.pageTitle"),
    panels: alive ? [panels.confirm.source] : [],
    body: letter !== null && alive ? <ConfirmPage letter={letter} token={token} /> : <DeadLinkPage used={letter?.state === "CONFIRMED"} />,
  });
};

const receiptPage = async ({ source, site, locale, t, search }: Visit, token: string): Promise<Page> => {
  const receipt = await source.receipt(token, { locale, timeZone: site.timeZone });
  const just = search.has("confirmed") ? "confirmed" : search.has("erased") ? "erased" : null;
  return titled({
    ...personal,
    status: receipt === null ? 404 : 200,
    title: t("receipt.pageTitle"),
    panels: receipt === null ? [] : [panels.receipt.source],
    body:
      receipt === null ? (
        <NoReceiptPage />
      ) : (
        <ReceiptPage receipt={receipt} about={await source.aboutMe(token)} token={token} just={just} />
      ),
  });
};

/** What is kept about somebody, behind a link in a mail to her. */
const keptPage = async ({ source, t, search }: Visit, token: string): Promise<Page> => {
  const about = await source.aboutMe(token);
  return titled({
    ...personal,
    status: about === null ? 404 : 200,
    title: t("about.title"),
    body: about === null ? <NothingKeptPage /> : <KeptPage about={about} token={token} justErased={search.has("erased")} />,
  });
};

const notFoundPage = async ({ t }: Visit): Promise<Page> =>
  titled({ status: 404, noindex: true, title: t("notFound.title"), body: <NotFoundPage /> });

/** The page, or the one that says there is none. */
const orNotFound =
  (page: (visit: Visit, part: string, more: string) => Promise<Page | null>): Route["page"] =>
  async (visit, part, more) =>
    (await page(visit, part, more)) ?? notFoundPage(visit);

const routes: Route[] = [
  { pattern: /^\/$/, page: homePage },
  { pattern: /^\/campaigns$/, page: campaignListPage },
  { pattern: /^\/c\/([^/]+)$/, page: campaignPage },
  { pattern: /^\/c\/([^/]+)\/letters$/, page: plainLetterPage },
  { pattern: /^\/c\/([^/]+)\/replies$/, page: orNotFound(wallPage) },
  { pattern: /^\/c\/([^/]+)\/replies\/new$/, page: orNotFound(shareReplyPage) },
  { pattern: /^\/c\/([^/]+)\/replies\/sent$/, page: sentPage },
  { pattern: /^\/c\/([^/]+)\/replies\/([^/]+)$/, page: orNotFound(replyPage) },
  { pattern: /^\/c\/([^/]+)\/replies\/([^/]+)\/upvote$/, page: orNotFound(upvotePage) },
  { pattern: /^\/replies\/confirm\/([^/]+)$/, page: confirmReplyPage },
  {
    pattern: /^\/check-mail$/,
    page: async ({ t, site }) =>
      titled({ ...personal, title: t("panel.done.titles.confirm"), body: <CheckMailPage embeddedMail={site.embeddedMail} /> }),
  },
  { pattern: /^\/preview\/([^/]+)\/([^/]+)$/, page: previewPage },
  { pattern: /^\/embed\/([^/]+)$/, page: embedPage },
  {
    pattern: /^\/confirmed$/,
    page: async ({ t }) => titled({ ...personal, title: t("confirm.boxesDoneTitle"), body: <BoxesConfirmedPage /> }),
  },
  { pattern: /^\/confirm\/([^/]+)$/, page: confirmPage },
  { pattern: /^\/receipt\/([^/]+)$/, page: receiptPage },
  { pattern: /^\/kept\/([^/]+)$/, page: keptPage },
  { pattern: /^\/ended\/([^/]+)$/, page: followUpPage },
  { pattern: /^\/ended\/([^/]+)\/stop$/, page: stopPage },
  { pattern: /^\/ended\/([^/]+)\/again$/, page: againPage },
  { pattern: /^\/office\/check\/([^/]+)$/, page: officeQuestionPage },
  { pattern: /^\/office\/([^/]+)$/, page: officePage },
  { pattern: /^\/office\/([^/]+)\/in\/([^/]+)$/, page: wayInPage },
  { pattern: /^\/map$/, page: orNotFound(mapPage) },
  { pattern: /^\/shifts$/, page: shiftListPage },
  { pattern: /^\/shifts\/mine\/([^/]+)$/, page: mySignupPage },
  { pattern: /^\/shifts\/([^/]+)\/done$/, page: orNotFound(signedUpPage) },
  { pattern: /^\/shifts\/([^/]+)$/, page: orNotFound(shiftPage) },
  { pattern: /^\/verify\/([^/]+)$/, page: async ({ t }, token) => ({ ...accountPage("verify", t, token), ...personal }) },
  { pattern: /^\/reset\/([^/]+)$/, page: async ({ t }, token) => ({ ...accountPage("reset", t, token), ...personal }) },
  { pattern: /^\/forgot$/, page: async ({ t }) => accountPage("forgot", t) },
  { pattern: /^\/signup$/, page: async ({ t, site }) => accountPage(site.signUpOpen ? "signUp" : "closed", t) },
];

/** The page at a path of the site, without its language; a 404 page where there is none. */
export const pageAt = async (path: string, visit: Visit): Promise<Page> => {
  for (const { pattern, page } of routes) {
    const match = pattern.exec(path);
    if (match !== null) return page(visit, match[1] ?? "", match[2] ?? "");
  }
  return notFoundPage(visit);
};
