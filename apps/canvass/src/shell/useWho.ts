import { failureOf } from "@cml/api-client";
import { useEffect, useState } from "react";
import { api } from "../api";
import { isLeaving, lastPerson, type Person, rememberPerson } from "./last-person";

type Who = {
  state: "unknown" | "known" | "firstPassword" | "signedOut" | "failed";
  person: Person | null;
  error: unknown;
  retry: () => void;
};

/** Who walks with this phone: the server's word, or without signal the person it last knew. */
export const useWho = (): Who => {
  const [leaving] = useState(isLeaving);
  const me = api.auth.sessions.me.useQuery(undefined, { staleTime: 60_000, networkMode: "always", enabled: !leaving });
  const [remembered] = useState(lastPerson);
  const { data, error } = me;
  useEffect(() => {
    // Somebody who has no password of her own yet is let in nowhere, with or without signal.
    if (data !== undefined && !data.mustChangePassword) rememberPerson({ id: data.id, name: data.name });
  }, [data]);
  const retry = () => void me.refetch();
  if (leaving) return { state: "signedOut", person: null, error: null, retry };
  if (data?.mustChangePassword === true) return { state: "firstPassword", person: null, error: null, retry };
  if (data !== undefined) return { state: "known", person: { id: data.id, name: data.name }, error: null, retry };
  // On a network that does not answer, the walk must not wait for it.
  if (error === null && remembered !== null) return { state: "known", person: remembered, error: null, retry };
  if (error === null) return { state: "unknown", person: null, error: null, retry };
  const { status } = failureOf(error);
  if (status === 401) return { state: "signedOut", person: null, error, retry };
  if (remembered !== null) return { state: "known", person: remembered, error, retry };
  return { state: status === 0 ? "signedOut" : "failed", person: null, error, retry };
};
