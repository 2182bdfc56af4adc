import { expect, it } from "vitest";
import { isSecretAddress, localeOfPath } from "./page-address";

it.each([
  ["/fr", "fr"],
  ["/fr/c/velo", "fr"],
  ["/c/fr", null],
  ["/france", null],
  ["/", null],
])("reads the language of %s", (pathname, locale) => {
  expect(localeOfPath(pathname)).toBe(locale);
});

it.each([
  ["/receipt/abc", true],
  ["/fr/receipt/abc?confirmed", true],
  ["/confirm/abc", true],
  ["/en/confirm/abc", true],
  ["/verify/abc", true],
  ["/fr/verify/abc", true],
  ["/reset/abc", true],
  ["/en/reset/abc", true],
  ["/reset?token=abc", true],
  ["/replies/confirm/abc", true],
  ["/fr/office/abc", true],
  ["/c/velo/replies/new?letter=abc", true],
  ["/c/velo/replies/new", false],
  ["/c/receipt", false],
  ["/c/velo?from=token", false],
  ["/receipt", false],
])("knows whether %s is a key in itself", (url, secret) => {
  expect(isSecretAddress(url)).toBe(secret);
});
