import { failureOf } from "@cml/api-client";
import { useEffect, useState } from "react";
import { usePhone } from "../../../shell/PhoneContext";

type Answer<T> = { data: T | null; storedAt: Date | null; loading: boolean; error: unknown };

// "Always": the browser's idea of being online is wrong often enough; the call itself is the test.
export const askAlways = {
  networkMode: "always",
  refetchOnReconnect: true,
  retry: (count: number, error: unknown) => failureOf(error).status >= 500 && count < 2,
} as const;

// A network that does not answer is no network to somebody standing at a door.
const patienceMs = 4000;

/** An answer of the server, kept on the phone: without signal the last one stands, with its age. */
export const useKept = <T>(key: string, query: { data: T | undefined; error: unknown }): Answer<T> => {
  const phone = usePhone();
  const [kept, setKept] = useState<{ value: T; storedAt: number } | null | undefined>(undefined);
  const { data, error } = query;
  useEffect(() => {
    let left = false;
    void phone.recall<T>(key).then((found) => {
      if (!left) setKept(found);
    });
    return () => {
      left = true;
    };
  }, [phone, key]);
  useEffect(() => {
    if (data !== undefined) void phone.remember(key, data);
  }, [phone, key, data]);
  const [waitedLong, setWaitedLong] = useState(false);
  const waits = data === undefined && error === null;
  useEffect(() => {
    if (!waits) return;
    const timer = window.setTimeout(() => setWaitedLong(true), patienceMs);
    return () => window.clearTimeout(timer);
  }, [waits]);
  if (data !== undefined) return { data, storedAt: null, loading: false, error: null };
  const settled = kept !== undefined && (error !== null || kept !== null);
  const old = kept && (error !== null || waitedLong);
  return { data: kept?.value ?? null, storedAt: old ? new Date(kept.storedAt) : null, loading: !settled, error };
};
