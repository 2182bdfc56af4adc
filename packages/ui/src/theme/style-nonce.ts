/** The nonce the server put into `<meta name="csp-nonce">`; without it the policy would drop Mantine's style elements. */
export const readStyleNonce = (): string => {
  if (typeof document === "undefined") return "";
  const content = document.querySelector('meta[name="csp-nonce"]')?.getAttribute("content") ?? "";
  return content === "__CSP_NONCE__" ? "" : content;
};

/** Libraries that write style elements without asking Mantine (scroll locks of drawers) look for the nonce in this global. */
export const shareStyleNonce = (): void => {
  Object.assign(globalThis, { __webpack_nonce__: readStyleNonce() });
};
