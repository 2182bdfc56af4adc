import type { Locale } from "@cml/domain/kernel";
import { translate } from "@cml/i18n";
import type { MailboxEntry, MailboxMessage } from "@cml/services/platform";
import { mailboxStyle } from "./mailbox-style";

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

type Page = { locale: Locale; nonce: string };
type Listing = { items: MailboxEntry[]; total: number; search: string; page: number; pageSize: number };

const say = (locale: Locale, key: string, params: Record<string, string | number> = {}): string =>
  escapeHtml(translate(locale, `influence:mailbox.${key}`, params));

const moment = (locale: Locale, at: Date): string =>
  `<time datetime="${at.toISOString()}">${escapeHtml(new Intl.DateTimeFormat(locale === "fr" ? "fr-CA" : "en-CA", { dateStyle: "medium", timeStyle: "medium" }).format(at))}</time>`;

const frame = ({ locale, nonce }: Page, title: string, body: string): string => `<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><style nonce="${nonce}">${mailboxStyle}</style></head>
<body><main>${body}</main></body>
</html>
`;

const subjectOf = (locale: Locale, { subject }: Pick<MailboxEntry, "subject">): string =>
  subject === "" ? say(locale, "noSubject") : escapeHtml(subject);

const entry = (locale: Locale, mail: MailboxEntry): string =>
  `<li><a href="/mailbox/${mail.id}"><strong>${subjectOf(locale, mail)}</strong>${moment(locale, mail.receivedAt)}<span>${escapeHtml(mail.from)} → ${escapeHtml(mail.to)}</span></a></li>`;

/** All mail, newest first, with search and paging. */
export const mailboxListPage = (page: Page, listing: Listing): string => {
  const { locale } = page;
  const { items, total, search, page: number, pageSize } = listing;
  const link = (to: number) => `/mailbox?${escapeHtml(new URLSearchParams({ search, page: String(to) }).toString())}`;
  const newer = number > 1 ? `<a class="button" rel="prev" href="${link(number - 1)}">${say(locale, "newer")}</a>` : "<span></span>";
  const older =
    number * pageSize < total ? `<a class="button" rel="next" href="${link(number + 1)}">${say(locale, "older")}</a>` : "<span></span>";
  const nothing = `<p class="soft">${say(locale, search === "" ? "empty" : "nothingFound")}</p>`;
  return frame(
    page,
    say(locale, "title"),
    `<h1>${say(locale, "title")}</h1>
<p class="note">${say(locale, "explanation")}</p>
<div class="bar"><form method="get" action="/mailbox" role="search"><input type="search" name="search" aria-label="${say(locale, "search")}" placeholder="${say(locale, "search")}" value="${escapeHtml(search)}"><button>${say(locale, "find")}</button></form>
<span class="soft">${say(locale, "count", { count: total })}</span>${total > 0 ? `<a class="button danger" href="/mailbox/delete">${say(locale, "deleteAll")}</a>` : ""}</div>
${items.length === 0 ? nothing : `<ul class="mails">${items.map((mail) => entry(locale, mail)).join("")}</ul>`}
<nav class="pages">${newer}${older}</nav>`,
  );
};

/** One mail; its own markup stands in a frame that may run nothing. */
export const mailboxMailPage = (page: Page, mail: MailboxMessage): string => {
  const { locale } = page;
  const title = subjectOf(locale, mail);
  const designed =
    mail.html === null
      ? ""
      : `<iframe title="${say(locale, "html")}" src="/mailbox/${mail.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>`;
  const headers = mail.headers.map(({ name, value }) => `${name}: ${value}`).join("\n");
  return frame(
    page,
    title,
    `<p><a href="/mailbox">← ${say(locale, "back")}</a></p>
<h1>${title}</h1>
<dl><dt>${say(locale, "from")}</dt><dd>${escapeHtml(mail.from)}</dd><dt>${say(locale, "to")}</dt><dd>${escapeHtml(mail.to)}</dd><dt>${say(locale, "received")}</dt><dd>${moment(locale, mail.receivedAt)}</dd></dl>
${designed}
<details${mail.html === null ? " open" : ""}><summary>${say(locale, "text")}</summary><pre>${linked(mail.text)}</pre></details>
<details><summary>${say(locale, "headers")}</summary><pre>${escapeHtml(headers)}</pre></details>`,
  );
};

export const mailboxDeletePage = (page: Page, total: number): string => {
  const { locale } = page;
  return frame(
    page,
    say(locale, "deleteAll"),
    `<h1>${say(locale, "deleteAllQuestion", { count: total })}</h1>
<form class="bar" method="post" action="/mailbox/delete" enctype="text/plain"><button class="danger">${say(locale, "deleteAll")}</button><a class="button" href="/mailbox">${say(locale, "cancel")}</a></form>`,
  );
};

/** A mail's own markup for the frame: links open in a new tab and do not tell where they were clicked. */
export const framedMail = (html: string): string =>
  `<!doctype html><meta charset="utf-8"><base target="_blank"><meta name="referrer" content="no-referrer">${html}`;

/** The frame's policy: no script, no form, nothing fetched; only its own styles and built-in pictures. */
export const framedMailPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

const linked = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>"')]+)/)
    .map((part, index) =>
      index % 2 === 1
        ? `<a href="${escapeHtml(part)}" target="_blank" rel="noreferrer noopener">${escapeHtml(part)}</a>`
        : escapeHtml(part),
    )
    .join("");
