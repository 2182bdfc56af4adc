import { errorMessage, failureOf } from "@cml/api-client";
import type { CallOutcome, CallSheet } from "@cml/domain/influence";
import { useCallback, useEffect, useState } from "react";
import { usePage } from "../../../shell/page-context";
import { newId } from "../../../shell/new-id";
import type { LetterCalls } from "../letter-panel/letter-calls";
import { letterSource } from "../letter-panel/letter-source";

/** One person's calls so far: which number is tried, and what was said about it. */
export type CallState = { number: number; outcome: CallOutcome | null; clientId: string };
export type CallPerson = CallSheet["people"][number];

type Place = { slug: string; postalCode: string | null; districts: string[]; name: string };

export type Calls = {
  sheet: CallSheet | null;
  problem: string | null;
  stateOf: (person: CallPerson) => CallState;
  record: (person: CallPerson, outcome: CallOutcome) => Promise<void>;
  undo: (person: CallPerson) => Promise<void>;
  nextNumber: (person: CallPerson) => void;
  reload: () => void;
};

const fresh = (): CallState => ({ number: 0, outcome: null, clientId: newId() });

/** Who can be called, number by number, and what came of it. A result may be taken back: the same call is told again. */
export const useCalls = (server: Pick<LetterCalls, "sheet" | "recordCall">, { slug, postalCode, districts, name }: Place): Calls => {
  const { t, locale } = usePage();
  const [sheet, setSheet] = useState<CallSheet | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [states, setStates] = useState<Record<string, CallState>>({});
  const [round, setRound] = useState(0);
  const chosen = districts.join(" ");

  const tell = useCallback(
    (error: unknown) => setProblem(failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale)),
    [locale, t],
  );

  useEffect(() => {
    let gone = false;
    const place = { slug, postalCode, districts: chosen === "" ? [] : chosen.split(" ") };
    // A script is read aloud: where the name is not written yet, its place is shown.
    server.sheet({ ...place, name: name || t("panel.words.SENDER_NAME") }).then(
      (found) => (gone ? undefined : (setSheet(found), setProblem(null))),
      (error: unknown) => (gone ? undefined : tell(error)),
    );
    return () => {
      gone = true;
    };
  }, [server, slug, postalCode, chosen, name, round, t, tell]);

  const stateOf = (person: CallPerson): CallState => states[person.targetId] ?? { number: 0, outcome: null, clientId: "" };
  const change = (person: CallPerson, more: Partial<CallState>): CallState => {
    const before = states[person.targetId] ?? fresh();
    const after = { ...before, ...more };
    setStates((all) => ({ ...all, [person.targetId]: after }));
    return after;
  };

  const send = async (person: CallPerson, outcome: CallOutcome) => {
    const { number, clientId } = change(person, { outcome: outcome === "NOT_NOW" ? null : outcome });
    const tel = person.numbers[number]?.tel;
    if (tel === undefined) return;
    setProblem(null);
    const call = { clientId, slug, postalCode, districts, targetId: person.targetId, tel, outcome, name };
    try {
      await server.recordCall({ ...call, source: letterSource() });
    } catch (error) {
      change(person, { outcome: null });
      tell(error);
    }
  };

  return {
    sheet,
    problem,
    stateOf,
    record: send,
    undo: (person) => send(person, "NOT_NOW"),
    nextNumber: (person) => void change(person, { number: stateOf(person).number + 1, outcome: null, clientId: newId() }),
    reload: () => setRound((count) => count + 1),
  };
};
