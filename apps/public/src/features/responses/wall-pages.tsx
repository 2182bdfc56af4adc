import type { Visit } from "../../data/visit";
import { panels } from "../../islands/panels";
import { addressIn, prefixesOf } from "../../shell/addresses";
import type { Page } from "../../shell/page";
import { shortened } from "../../shell/paragraphs";
import { wallQueryOf } from "./model/wall-query";
import { UpvoteMailedPage, UpvotePage } from "./pages/MailedPages";
import { ReplyPage } from "./pages/ReplyPage";
import { WallPage } from "./pages/WallPage";

const whole = (page: Partial<Page> & Pick<Page, "title" | "body">): Page => ({ status: 200, description: page.title, ...page });
export const personal = { noindex: true, headers: { "cache-control": "no-store" } };

/** Where to go on after a form, so that a reload sends nothing again. */
export const onwards = ({ locale, site }: Visit, path: string, status = 303): Page =>
  whole({ status, title: path, body: null, headers: { location: addressIn(prefixesOf(site.locale), locale, path) } });

/** A campaign's wall; null where it has none. */
export const wallPage = async (visit: Visit, slug: string): Promise<Page | null> => {
  const { source, search, t } = visit;
  const asked = wallQueryOf(slug, search);
  const wall = await source.wall(asked);
  if (wall === null) return null;
  if (wall.campaignSlug !== slug) return onwards(visit, `/c/${wall.campaignSlug}/replies`, 301);
  return whole({
    title: `${t("wall.title")} · ${wall.campaignTitle}`,
    description: t("wall.description", { title: wall.campaignTitle }),
    // One address for search engines: filters and later pages say the same in another order.
    ...(asked.after === null && asked.before === null ? {} : { noindex: true }),
    panels: wall.items.length === 0 ? [] : [panels.upvote.source],
    body: <WallPage wall={wall} asked={asked} facts={await source.replyFacts(slug)} />,
  });
};

/** One reply, with the words of the reply for whoever gets its address. */
export const replyPage = async (visit: Visit, slug: string, id: string): Promise<Page | null> => {
  const found = isId(id) ? await visit.source.onWall({ campaignSlug: slug, id }) : null;
  if (found === null) return null;
  const { response } = found;
  if (response.campaignSlug !== slug) return onwards(visit, `/c/${response.campaignSlug}/replies/${id}`, 301);
  return whole({
    title: `${visit.t("wall.oneTitle", { name: response.representativeName })} · ${found.campaignTitle}`,
    description: shortened(response.text, 160) || visit.t("wall.oneTitle", { name: response.representativeName }),
    image: response.screenshotUrl,
    panels: [panels.upvote.source, panels.share.source],
    body: <ReplyPage found={found} slug={slug} address={visit.address} />,
  });
};

const isId = (text: string): boolean => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** An upvote as a plain form: counted where somebody is signed in, otherwise it asks for the address its link goes to. */
export const upvotePage = async (visit: Visit, slug: string, id: string): Promise<Page | null> => {
  const { source, form, locale, t } = visit;
  const path = `/c/${slug}/replies/${id}`;
  if (form === null || !isId(id)) return onwards(visit, path);
  const email = (form.get("email") ?? "").trim().slice(0, 254);
  const answer = await source.upvote({ responseId: id, email: email === "" ? null : email, trap: form.get("website") ?? "", locale });
  const page = { ...personal, title: t("voted.pageTitle") };
  switch (answer.kind) {
    case "COUNTED":
      return onwards(visit, path);
    case "CONFIRM":
      return whole({ ...page, title: t("voted.mailedTitle"), body: <UpvoteMailedPage path={path} /> });
    case "ASK":
      return whole({ ...page, body: <UpvotePage path={path} problem={null} email="" /> });
    case "PROVE":
      return whole({ ...page, status: 429, body: <UpvotePage path={path} problem={t("voted.slow")} email={email} /> });
    case "refused":
      return answer.status === 404
        ? null
        : whole({ ...page, status: answer.status, body: <UpvotePage path={path} problem={answer.words} email={email} /> });
  }
};
