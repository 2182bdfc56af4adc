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
