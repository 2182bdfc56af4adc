export type PreviewScheme = "light" | "dark";

/**
 * Shows a page of ours in one colour scheme whatever the browser prefers: rules that ask for a scheme are switched on or off
 * where they stand. Idempotent: what a rule asked for first is kept beside it.
 */
export const showScheme = (page: Document, scheme: PreviewScheme): void => {
  page.documentElement.style.colorScheme = scheme;
  for (const sheet of page.styleSheets) switchRules(rulesOf(sheet), scheme);
};

// A sheet that did not arrive has no rules, and says so by throwing.
const rulesOf = (sheet: CSSStyleSheet): Iterable<CSSRule> => {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
};

const asked = new WeakMap<CSSMediaRule, PreviewScheme>();

const switchRules = (rules: Iterable<CSSRule>, scheme: PreviewScheme): void => {
  for (const rule of rules) {
    // Rules of a frame are of the frame's own classes, so they are told by what they hold.
    if (!("media" in rule && "cssRules" in rule)) continue;
    const media = rule as CSSMediaRule;
    const wants = asked.get(media) ?? schemeIn(media.media.mediaText);
    if (wants !== null) {
      asked.set(media, wants);
      media.media.mediaText = wants === scheme ? "all" : "not all";
    }
    switchRules(media.cssRules, scheme);
  }
};

const schemeIn = (media: string): PreviewScheme | null => {
  const found = /prefers-color-scheme:\s*(light|dark)/.exec(media)?.[1];
  return found === "light" || found === "dark" ? found : null;
};
