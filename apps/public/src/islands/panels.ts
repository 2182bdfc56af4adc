import type { LetterPanelProps } from "../features/campaigns/letter-panel/letter-panel-props";
import type { ReceiptLettersProps } from "../features/letters/components/ReceiptLetters";
import type { MapPanelProps } from "../features/map/panel";
import type { ConfirmReplyProps } from "../features/responses/components/ConfirmReplyButton";
import type { UpvoteProps } from "../features/responses/components/useUpvote";
import type { ShareForm } from "../features/responses/model/share-form";
import type { Catalogue } from "../texts/texts";

/** Every panel that comes alive in the browser, and what the server hands it. */
export type PanelProps = {
  letter: LetterPanelProps;
  share: { address: string; title: string };
  confirm: { token: string; count: number };
  receipt: ReceiptLettersProps;
  upvote: UpvoteProps;
  shareReply: { form: ShareForm };
  confirmReply: ConfirmReplyProps;
  map: MapPanelProps;
  account: { form: "verify" | "reset" | "forgot" | "signUp"; token: string };
};
export type PanelName = keyof PanelProps;

/** Where a panel's chunk comes from, so that a page can ask for it early, and the texts it needs there. */
export const panels: Record<PanelName, { source: string; sections: readonly (keyof Catalogue)[] }> = {
  letter: {
    source: "src/features/campaigns/letter-panel/LetterPanel.tsx",
    sections: ["panel", "paper", "form", "share", "votes", "calls", "sentQuestion"],
  },
  share: { source: "src/shell/ShareButtons.tsx", sections: ["share"] },
  confirm: { source: "src/features/letters/components/ConfirmButton.tsx", sections: ["confirm", "form"] },
  receipt: { source: "src/features/letters/components/ReceiptLetters.tsx", sections: ["receipt", "sentQuestion", "form", "paper"] },
  upvote: { source: "src/features/responses/components/UpvoteButton.tsx", sections: ["vote", "form"] },
  shareReply: { source: "src/features/responses/components/ShareReplyForm.tsx", sections: ["shareReply", "form"] },
  confirmReply: { source: "src/features/responses/components/ConfirmReplyButton.tsx", sections: ["voted", "replySent", "form"] },
  map: { source: "src/features/map/components/MapPanel.tsx", sections: ["map", "shifts"] },
  account: { source: "src/features/accounts/components/AccountForm.tsx", sections: ["accounts", "form"] },
};
