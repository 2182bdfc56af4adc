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
  ["/fr/verify-email/abc", true],
  ["/reset-password?token=abc", true],
  ["/c/receipt", false],
  ["/c/velo?from=token", false],
  ["/receipt", false],
])("knows whether %s is a key in itself", (url, secret) => {
  expect(isSecretAddress(url)).toBe(secret);
});
