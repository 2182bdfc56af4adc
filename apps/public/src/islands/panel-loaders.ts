import type { ComponentType } from "react";
import type { PanelName, PanelProps } from "./panels";

/** Each panel is a chunk of its own: a page loads what stands on it. */
export const panelLoaders: { [Name in PanelName]: () => Promise<ComponentType<PanelProps[Name]>> } = {
  letter: () => import("../features/campaigns/letter-panel/LetterPanel").then((file) => file.LetterPanel),
  share: () => import("../shell/ShareButtons").then((file) => file.ShareButtons),
  confirm: () => import("../features/letters/components/ConfirmButton").then((file) => file.ConfirmButton),
  receipt: () => import("../features/letters/components/ReceiptLetters").then((file) => file.ReceiptLetters),
  upvote: () => import("../features/responses/components/UpvoteButton").then((file) => file.UpvoteButton),
  shareReply: () => import("../features/responses/components/ShareReplyForm").then((file) => file.ShareReplyForm),
  confirmReply: () => import("../features/responses/components/ConfirmReplyButton").then((file) => file.ConfirmReplyButton),
  map: () => import("../features/map/components/MapPanel").then((file) => file.MapPanel),
  account: () => import("../features/accounts/components/AccountForm").then((file) => file.AccountForm),
};
