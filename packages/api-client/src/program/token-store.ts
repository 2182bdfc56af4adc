/** `expiresAt` is when the access token stops working. */
export type Tokens = { accessToken: string; refreshToken: string; expiresAt: Date };

export type TokenStore = {
  /** A token that works for at least the next half minute; asks for a new pair when the old one is about to end. */
  accessToken: () => Promise<string>;
  current: () => Tokens;
};

type StoreOptions = {
  tokens: Tokens;
  /** Exchanges the refresh token; it is single-use, so only one exchange runs at a time. */
  refresh: (refreshToken: string) => Promise<Tokens>;
  /** Called with every new pair, so that a program can keep it over a restart. */
  onTokens?: (tokens: Tokens) => void;
  now?: () => number;
};

const marginMs = 30_000;

/** Keeps one pair of tokens fresh; calls that come together share one exchange. */
export const createTokenStore = ({ tokens, refresh, onTokens, now = Date.now }: StoreOptions): TokenStore => {
  let held = tokens;
  let exchange: Promise<Tokens> | null = null;

  const renew = async (): Promise<Tokens> => {
    exchange ??= refresh(held.refreshToken).finally(() => {
      exchange = null;
    });
    const fresh = await exchange;
    if (fresh !== held) {
      held = fresh;
      onTokens?.(fresh);
    }
    return fresh;
  };

  return {
    current: () => held,
    accessToken: async () => (held.expiresAt.getTime() - now() > marginMs ? held : await renew()).accessToken,
  };
};
