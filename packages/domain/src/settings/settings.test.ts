import { expect, it } from "vitest";
import { inboundDnsLines, letterDomainOf } from "./inbound";
import { updateMapSettingsInput } from "./map-settings";
import { setupStateOf } from "./setup";
import { settingsContradiction, settingsText } from "./site-settings";
import { chooseSmtp } from "./smtp";
import { updateSiteSettingsInput } from "./update-site-settings";

const mailbox = {
  target: { host: "localhost", port: 2525, secure: false, user: null, pass: null },
  fromAddress: "us@here.example",
  embedded: true,
};
const environment = { ...mailbox, target: { ...mailbox.target, host: "smtp.env.example", port: 587 }, embedded: false };
const settings = {
  organizationName: "Vélo Québec",
  emailFromName: null,
  smtpHost: "smtp.site.example",
  smtpPort: null,
  smtpSecure: false,
  smtpUser: "letters",
  smtpFromAddress: "letters@site.example",
  smtpActiveProvider: "production" as const,
  emailTestMode: false,
  testEmailRecipient: "test@site.example",
};

it("sends through the site's own server before the environment's", () => {
  expect(chooseSmtp(settings, "secret", environment)).toEqual({
    target: { host: "smtp.site.example", port: 587, secure: false, user: "letters", pass: "secret" },
    from: { name: "Vélo Québec", address: "letters@site.example" },
    source: "settings",
    divertTo: null,
  });
  expect(chooseSmtp({ ...settings, smtpSecure: true }, null, environment).target.port).toBe(465);
  expect(chooseSmtp({ ...settings, smtpPort: 2587 }, null, environment).target.port).toBe(2587);
});

it.each([
  ["no server is named", { ...settings, smtpHost: null }],
  ["the site's server is switched off", { ...settings, smtpActiveProvider: "mailhog" as const }],
])("uses what the process was started with when %s", (_name, chosen) => {
  expect(chooseSmtp(chosen, null, environment)).toMatchObject({ target: environment.target, source: "environment" });
  expect(chooseSmtp(chosen, null, mailbox)).toMatchObject({ target: mailbox.target, source: "mailbox" });
  expect(chooseSmtp({ ...chosen, smtpFromAddress: null }, null, mailbox).from.address).toBe("us@here.example");
});

it("diverts everything in test mode", () => {
  expect(chooseSmtp({ ...settings, emailTestMode: true }, null, environment).divertTo).toBe("test@site.example");
});

it("leads through the steps in order until each is done or skipped", () => {
  expect(setupStateOf({}).next).toBe("organization");
  expect(setupStateOf({ organization: "done", languages: "skipped" }).next).toBe("publicUrl");
  const all = { organization: "done", languages: "skipped", publicUrl: "done", mail: "skipped", map: "done" } as const;
  expect(setupStateOf(all).next).toBeNull();
});

const noInbound = {
  inboundMode: "none" as const,
  inboundDomain: null,
  inboundImapHost: null,
  inboundImapUser: null,
  inboundSmtpPort: null,
};
const whole = { ...settings, ...noInbound, locales: ["en", "fr"] as ("en" | "fr")[], defaultLocale: "en" as const };
const reply = "reply.site.example";
it.each([
  ["fitting settings", whole, null],
  ["a default language the site does not offer", { ...whole, locales: ["fr"] as ("en" | "fr")[] }, "defaultLocaleMissing"],
  ["a server without an address to send from", { ...whole, smtpFromAddress: null }, "smtpIncomplete"],
  ["test mode without a recipient", { ...whole, emailTestMode: true, testEmailRecipient: null }, "testRecipientMissing"],
  [
    "a mailbox to read without its account",
    { ...whole, inboundMode: "imap" as const, inboundImapHost: "imap.example" },
    "inboundImapIncomplete",
  ],
  ["a port of ours without a domain", { ...whole, inboundMode: "smtp" as const, inboundSmtpPort: 2525 }, "inboundSmtpIncomplete"],
  ["a domain without a port", { ...whole, inboundMode: "smtp" as const, inboundDomain: reply }, "inboundSmtpIncomplete"],
  ["a whole port of ours", { ...whole, inboundMode: "smtp" as const, inboundDomain: reply, inboundSmtpPort: 2525 }, null],
  ["a mailbox that is no catch-all", { ...whole, inboundMode: "imap" as const, inboundImapHost: "i.example", inboundImapUser: "us" }, null],
])("finds %s", (_name, given, expected) => {
  expect(settingsContradiction(given)).toBe(expected);
});

it("gives letters addresses of their own only where their answers come in", () => {
  expect(letterDomainOf({ inboundMode: "none", inboundDomain: reply })).toBeNull();
  expect(letterDomainOf({ inboundMode: "imap", inboundDomain: null })).toBeNull();
  expect(letterDomainOf({ inboundMode: "smtp", inboundDomain: reply })).toBe(reply);
});

it("names the DNS lines that the inbound domain needs", () => {
  const facts = { mode: "smtp" as const, domain: reply, publicUrl: "https://act.site.example", smtpHost: "smtp.site.example" };
  expect(inboundDnsLines(facts)).toEqual([
    { type: "MX", name: `${reply}.`, value: "10 act.site.example." },
    { type: "TXT", name: `${reply}.`, value: "v=spf1 a:smtp.site.example ~all" },
  ]);
  expect(inboundDnsLines({ ...facts, mode: "imap" }).map(({ type }) => type)).toEqual(["TXT"]);
  expect(inboundDnsLines({ ...facts, smtpHost: null }).map(({ type }) => type)).toEqual(["MX"]);
  expect(inboundDnsLines({ ...facts, mode: "none" })).toEqual([]);
  expect(inboundDnsLines({ ...facts, domain: null })).toEqual([]);
});

it("falls back to the text as it was written", () => {
  const texts = {
    organizationName: "Bike Montréal",
    organizationShortName: "BM",
    footerText: "Ride on",
    loginSubtitle: null,
    postalAddress: null,
    translations: { fr: { organizationName: "Vélo Montréal", footerText: "" } },
  };
  expect(settingsText(texts, "organizationName", "fr")).toBe("Vélo Montréal");
  expect(settingsText(texts, "footerText", "fr")).toBe("Ride on");
  expect(settingsText(texts, "loginSubtitle", "fr")).toBe("");
});

it.each([
  ["a header smuggled into a name", { organizationName: "Us\r\nBcc: everyone@example.org" }],
  ["a header smuggled into the sender", { emailFromName: "Us\nX-Evil: 1" }],
  ["a colour that is more than a colour", { publicColorPrimary: "#fff;background:url(//evil)" }],
  ["a gradient that loads something", { publicHeaderGradient: "linear-gradient(red, url(//evil.example))" }],
  ["a gradient that closes its rule", { publicHeaderGradient: "linear-gradient(red);} body {" }],
  ["a picture that is a script", { organizationLogoUrl: "javascript:alert(1)" }],
  ["a public address with a path", { publicUrl: "https://act.example.org/site" }],
  ["a public address with a password", { publicUrl: "https://me:secret@act.example.org" }],
  ["a public address of another kind", { publicUrl: "ftp://act.example.org" }],
  ["a time zone nobody knows", { timeZone: "Mars/Olympus" }],
  ["a host with a line break", { smtpHost: "smtp.example\r\nEHLO" }],
  ["a port beyond the last", { smtpPort: 70_000 }],
  ["a language twice", { locales: ["en", "en"] }],
  ["no language at all", { locales: [] }],
  ["a translation of a field that has none", { translations: { fr: { smtpHost: "x" } } }],
  ["a very long name", { organizationName: "x".repeat(100_000) }],
])("refuses %s", (_name, input) => {
  expect(updateSiteSettingsInput.safeParse(input).success).toBe(false);
});

it.each([
  { publicHeaderGradient: "linear-gradient(135deg, #1b4f9c 0%, #0f2c57 100%)" },
  { publicHeaderGradient: "linear-gradient(90deg, rgba(10, 20, 30, 0.5), hsl(120 50% 50%))" },
  { publicUrl: "https://act.example.org" },
  { publicUrl: "http://localhost:4000" },
  { timeZone: "America/St_Johns" },
  { organizationLogoUrl: "/files/logos/one.webp" },
  { smtpHost: "smtp.example.org" },
  { smtpHost: "localhost" },
  { smtpHost: "10.0.0.5" },
  {},
])("takes %j", (input) => {
  expect(updateSiteSettingsInput.safeParse(input).error?.issues ?? []).toEqual([]);
});

it("keeps the map on the earth", () => {
  expect(updateMapSettingsInput.safeParse({ latitude: 91 }).success).toBe(false);
  expect(updateMapSettingsInput.safeParse({ longitude: Number.NaN }).success).toBe(false);
  expect(updateMapSettingsInput.safeParse({ qrCode1Url: "javascript:alert(1)" }).success).toBe(false);
  expect(updateMapSettingsInput.safeParse({ latitude: 49.28, longitude: -123.12, zoom: 12 }).success).toBe(true);
  expect(updateMapSettingsInput.safeParse({ basemapUrl: "https://tiles.example.org/{z}/{x}/{y}.png" }).success).toBe(true);
});
