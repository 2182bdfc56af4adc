const key = "confirmed-browser";

/** The token by which the server knows a browser that confirmed its address within 90 days; null where there is none. */
export const rememberedBrowser = (): string | null => {
  try {
    const token = localStorage.getItem(key);
    return token !== null && /^[A-Za-z0-9_-]{32,128}$/.test(token) ? token : null;
  } catch {
    return null;
  }
};

export const rememberBrowser = (token: string | null): void => {
  if (token === null) return;
  try {
    localStorage.setItem(key, token);
  } catch {
    // Where nothing is kept the address is confirmed again next time.
  }
};

/** The same token, made here where there is none yet: a browser whose address is confirmed later keeps it. Null where nothing is kept. */
export const browserToken = (): string | null => {
  const known = rememberedBrowser();
  if (known !== null) return known;
  const bytes = Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, "0"));
  rememberBrowser(bytes.join(""));
  return rememberedBrowser();
};
