import type { Source } from "../../data/source";
import type { Visit } from "../../data/visit";
import { panels } from "../../islands/panels";
import type { Page } from "../../shell/page";
import { ConfirmReplyPage, ConfirmUpvotePage, DeadReplyLinkPage } from "./pages/MailedPages";
import { SentPage } from "./pages/ShareReplyPage";
import { personal } from "./wall-pages";

/** A mailed link of the wall: a reply somebody shared, or an upvote. Opening it does nothing; one that is used says what it did. */
export const confirmReplyPage = async ({ source, t }: Visit, token: string): Promise<Page> => {
  const reply = await source.pendingReply(token);
  const upvote = reply === null ? await source.pendingUpvote(token) : null;
  const made = (title: string, page: Pick<Page, "body"> & Partial<Page>): Page => ({ ...personal, status: 200, title, description: title, ...page });
  const dead = (again: { path: string; words: string } | null): Page =>
    made(t("replySent.deadTitle"), { status: 410, body: <DeadReplyLinkPage again={again} /> });
  if (reply?.state === "WAITING")
    return made(t("replySent.confirmTitle"), { panels: [panels.confirmReply.source], body: <ConfirmReplyPage reply={reply} token={token} /> });
  if (reply?.state === "CONFIRMED")
    return made(t("replySent.usedTitle"), { body: <SentPage slug={reply.campaignSlug} step="used" /> });
  if (reply !== null) return dead({ path: `/c/${reply.campaignSlug}/replies/new`, words: t("replySent.shareAgain") });
  if (upvote === null) return dead(null);
  if (upvote.state === "EXPIRED") return dead({ path: `/c/${upvote.campaignSlug}/replies/${upvote.responseId}`, words: t("voted.see") });
  return made(t(upvote.state === "COUNTED" ? "voted.countedTitle" : "voted.confirmTitle"), {
    panels: upvote.state === "WAITING" ? [panels.confirmReply.source] : [],
    body: <ConfirmUpvotePage upvote={upvote} token={token} />,
  });
}; // prettier-ignore

/** The button of such a link pressed without JavaScript; gives where to go on to, null where nothing could be done. */
export const confirmByForm = async (source: Source, token: string, search: URLSearchParams): Promise<string | null> => {
  if (search.has("back")) {
    const withdrawn = await source.withdrawUpvote(token);
    return withdrawn === null ? null : `/c/${withdrawn.campaignSlug}/replies/${withdrawn.responseId}`;
  }
  const reply = await source.confirmReply(token);
  if (reply !== null) return `/c/${reply.campaignSlug}/replies/sent?confirmed`;
  const upvote = await source.confirmUpvote(token);
  // Back to the link's own page, which now says that it is counted and how to take it back.
  return upvote === null ? null : `/replies/confirm/${token}`;
};
