import type { LetterPanelProps } from "../features/campaigns/letter-panel/LetterPanel";
import type { Catalogue } from "../texts/texts";

/** Every panel that comes alive in the browser, and what the server hands it. */
export type PanelProps = {
  letter: LetterPanelProps;
  share: { address: string; title: string };
  confirm: { token: string; count: number };
  account: { form: "verify" | "reset" | "forgot" | "signUp"; token: string };
};
export type PanelName = keyof PanelProps;

/** Where a panel's chunk comes from, so that a page can ask for it early, and the texts it needs there. */
export const panels: Record<PanelName, { source: string; sections: readonly (keyof Catalogue)[] }> = {
  letter: { source: "src/features/campaigns/letter-panel/LetterPanel.tsx", sections: ["panel", "form", "share"] },
  share: { source: "src/features/campaigns/components/ShareButtons.tsx", sections: ["share"] },
  confirm: { source: "src/features/letters/components/ConfirmButton.tsx", sections: ["confirm", "form"] },
  account: { source: "src/features/accounts/components/AccountForm.tsx", sections: ["accounts", "form"] },
};
