/** The lines another site pastes to show a campaign's panel; what stands in attributes is escaped. */
export const embedSnippet = (origin: string, { slug, title }: { slug: string; title: string }): string =>
  `<iframe src="${origin}/embed/${slug}" title="${escaped(title)}" width="100%" height="760" style="border:0" loading="lazy"></iframe>`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
