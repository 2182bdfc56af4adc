import type { Locale } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The plain page of a request that failed before any app could draw one. */
export const failurePage = (locale: Locale, message: string): string =>
  `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(translate(locale, "kernel:ui.error.title"))}</title></head>
<body><main><h1>${escapeHtml(translate(locale, "kernel:ui.error.title"))}</h1><p>${escapeHtml(message)}</p></main></body>
</html>
`;
