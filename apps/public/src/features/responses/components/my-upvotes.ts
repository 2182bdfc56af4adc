import { createPublicClient } from "@cml/api-client/public";
import type { Locale } from "@cml/domain/kernel";
import { rememberedBrowser } from "../../../shell/remembered-browser";

let waiting: { ids: string[]; answer: Promise<readonly string[]> } | null = null;

/** Whether this browser's person gave a reply an upvote. All replies of a page are asked about at once. */
export const isUpvotedByMe = async (responseId: string, locale: Locale): Promise<boolean> => {
  if (waiting === null) {
    const ids: string[] = [];
    const soon = new Promise((resolve) => setTimeout(resolve));
    const answer = soon.then(async () => {
      waiting = null;
      const { responses } = createPublicClient({ locale: () => locale }).influence;
      return responses.myUpvotes.query({ responseIds: ids.slice(0, 100), device: rememberedBrowser() });
    });
    waiting = { ids, answer: answer.catch(() => []) };
  }
  waiting.ids.push(responseId);
  return (await waiting.answer).includes(responseId);
};
