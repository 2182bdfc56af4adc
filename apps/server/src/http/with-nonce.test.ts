import { expect, it } from "vitest";
import { withNonce } from "./with-nonce";

it("fills the placeholder and adds the meta element that style-making scripts read", () => {
  expect(withNonce('<html><head><style nonce="__CSP_NONCE__"></style></head></html>', "abc=")).toBe(
    '<html><head><meta property="csp-nonce" nonce="abc="><style nonce="abc="></style></head></html>',
  );
});

it("keeps the meta element that the build wrote", () => {
  const built = '<head><meta property="csp-nonce" nonce="__CSP_NONCE__"></head>';
  expect(withNonce(built, "abc")).toBe('<head><meta property="csp-nonce" nonce="abc"></head>');
});
