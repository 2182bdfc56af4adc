import { AppError } from "@cml/domain/kernel";
import { setTimeout as sleepFor } from "node:timers/promises";
import { createCircuitBreaker } from "./circuit-breaker";
import { readJson, TooLarge } from "./read-json";

type Limiter = {
  take: (key: string, rule: { limit: number; windowSeconds: number }) => Promise<{ allowed: boolean; retryAfterSeconds: number }>;
};

export type CallerOptions = {
  /** Without a trailing slash: the real service or a server that replays it. */
  baseUrl: string;
  /** Counts calls over all processes. */
  limiter: Limiter;
  /** Larger answers are broken off. */
  maxBytes: number;
  timeoutMs?: number;
  fetch?: typeof fetch;
  now?: () => number;
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
};

// Represent allows 60 calls a minute. Windows are fixed, so any 60 seconds touch at most 13 windows of 5: 13 × 4 = 52 calls.
const callRate = { limit: 4, windowSeconds: 5 };
const attempts = 3;
const patienceMs = 20_000;

/** One question; `large` where its answer may be larger, and take longer, than the others. */
type Call<T> = { path: string; read: (value: unknown) => T; large?: { maxBytes: number; timeoutMs: number } };

/** Retriable: no answer, 429 or 5xx; `waitMs` when the server said how long. */
class Unanswered extends Error {
  readonly waitMs: number | null;

  constructor(
    message: string,
    readonly retriable: boolean,
    { waitMs = null, cause }: { waitMs?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.waitMs = waitMs;
  }
}

/**
 * Calls the service by path within its rate; null for a 404. Retries with full jitter inside 20 seconds; after five failures
 * in a row it stays away for 30 seconds. Throws AppError("UPSTREAM") with the reason in its log; `representative.tooLarge` is no failure of
 * the service.
 */
export const createCaller = (options: CallerOptions) => {
  const { baseUrl, limiter, maxBytes, timeoutMs = 8_000, now = Date.now, sleep = sleepFor, random = Math.random } = options;
  const get = options.fetch ?? fetch;
  const breaker = createCircuitBreaker({ failures: 5, pauseMs: 30_000, now });

  const takeTurn = async (deadline: number): Promise<void> => {
    for (;;) {
      const turn = await limiter.take("represent:calls", callRate);
      if (turn.allowed) return;
      const waitMs = Math.max(50, turn.retryAfterSeconds * 1000);
      if (now() + waitMs > deadline) throw new AppError("UPSTREAM", "representative.busy", {}, { log: "call rate used up" });
      await sleep(waitMs + random() * 250);
    }
  };

  const ask = async <T>({ path, read, large }: Call<T>): Promise<T | null> => {
    const response = await get(`${baseUrl}${path}`, {
      headers: { accept: "application/json" },
      redirect: "error",
      signal: AbortSignal.timeout(large?.timeoutMs ?? timeoutMs),
    }).catch((cause: unknown) => {
      throw new Unanswered("no answer", true, { cause });
    });
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new Unanswered(`status ${response.status}`, response.status === 429 || response.status >= 500, {
        waitMs: retryAfterMs(response),
      });
    }
    const json = await readJson(response, large?.maxBytes ?? maxBytes).catch((cause: unknown) => {
      if (cause instanceof TooLarge) throw new AppError("UPSTREAM", "representative.tooLarge", {}, { log: cause.message });
      throw new Unanswered("unreadable answer", false, { cause });
    });
    try {
      return read(json);
    } catch (cause) {
      throw new Unanswered("unexpected shape", false, { cause });
    }
  };

  const askWithRetries = async <T>(call: Call<T>, deadline: number): Promise<T | null> => {
    for (let attempt = 1; ; attempt += 1) {
      await takeTurn(deadline);
      try {
        return await ask(call);
      } catch (error) {
        if (!(error instanceof Unanswered) || !error.retriable || attempt === attempts) throw error;
        const waitMs = Math.max(error.waitMs ?? 0, random() * 400 * 2 ** attempt);
        if (now() + waitMs > deadline) throw error;
        await sleep(waitMs);
      }
    }
  };

  return async <T>(path: string, read: Call<T>["read"], large?: Call<T>["large"]): Promise<T | null> => {
    if (breaker.waitMs() !== null) throw new AppError("UPSTREAM", "representative.unreachable", {}, { log: "circuit open" });
    try {
      const answer = await askWithRetries({ path, read, large }, now() + patienceMs);
      breaker.succeeded();
      return answer;
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      breaker.failed();
      throw new AppError("UPSTREAM", "representative.unreachable", {}, { log: error.message, cause: error });
    }
  };
};

const retryAfterMs = (response: Response): number | null => {
  const seconds = Number(response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds, 10) * 1000 : null;
};
