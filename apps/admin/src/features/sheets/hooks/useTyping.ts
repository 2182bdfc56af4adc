import { errorMessage } from "@cml/api-client";
import type { EnteredVisit, SheetToType, TypedResult } from "@cml/domain/canvass";
import { useLocale } from "@cml/ui/i18n";
import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import { api } from "../../../api";
import { newId } from "../../../shell/new-id";
import { keep, readKept } from "../model/kept-typing";
import { answered, type Desk, goTo, type Typing, waiting, whereToGoOn } from "../model/typing";

const sendAfterMs = 700;
const tryAgainMs = 5_000;
const mostAtOnce = 50;

type Step = (typing: Typing) => Typing;
export type SendState = { waiting: number; problem: string | null };

/** What is typed on a sheet: kept on this device at once, sent soon after, and told what became of it. */
export const useTyping = (sheet: SheetToType, { me, who }: { me: string; who: Desk["who"] & { name: string } }) => {
  const place = useMemo(() => ({ userId: me, sheetId: sheet.id }), [me, sheet.id]);
  const doors = useMemo(() => sheet.lines.map(({ addressId }) => addressId), [sheet.lines]);
  const entered = useMemo(() => new Map(sheet.entered.map((visit) => [visit.addressId, visit])), [sheet.entered]);
  const desk: Desk = { doors, entered, who: { userId: who.userId, day: who.day }, newId };
  const [typing, run] = useReducer(
    (before: Typing, step: Step) => step(before),
    null,
    () => {
      const kept = readKept(place);
      return goTo(kept, { doors }, whereToGoOn(kept, { doors, entered }));
    },
  );
  const stored = useRef(typing);
  useEffect(() => {
    keep(place, stored.current, typing);
    stored.current = typing;
  }, [place, typing]);
  const { state, sending } = useSending(sheet, { typing, run, name: who.name });
  return { typing, desk, run, state, sending };
};

type Sending = { typing: Typing; run: (step: Step) => void; name: string };

/** One message at a time, in order; what did not go through is tried again. */
const useSending = (sheet: SheetToType, { typing, run, name }: Sending): { state: SendState; sending: ReadonlySet<string> } => {
  const locale = useLocale();
  const cache = api.useUtils();
  const { mutateAsync } = api.canvass.sheets.type.useMutation({ networkMode: "always" });
  const [sending, setSending] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<string | null>(null);
  const items = waiting(typing);
  const next = items.slice(0, mostAtOnce);
  const key = next.map(({ id }) => id).join(" ");
  const isBusy = sending.size > 0;
  const send = useRef(async () => {});
  useEffect(() => {
    send.current = async () => {
      setSending(new Set(next.map(({ id }) => id)));
      try {
        const { results } = await mutateAsync({ sheetId: sheet.id, items: next });
        cache.canvass.sheets.open.setData(
          { code: sheet.code },
          (before) => before && { ...before, entered: after(before, { sent: next, results, name }) },
        );
        run((now) => answered(now, results));
        setProblem(null);
      } catch (error) {
        setProblem(errorMessage(error, locale));
      } finally {
        setSending(new Set());
      }
    };
  });
  useEffect(() => {
    if (key === "" || isBusy) return;
    const timer = setTimeout(() => void send.current(), problem === null ? sendAfterMs : tryAgainMs);
    const now = () => void send.current();
    window.addEventListener("online", now, { once: true });
    return () => {
      clearTimeout(timer);
      window.removeEventListener("online", now);
    };
  }, [key, isBusy, problem]);
  return { state: { waiting: items.length, problem: key === "" ? null : problem }, sending };
};

type Sent = ReturnType<typeof waiting>;

/** The visits of the sheet after an answer. */
const after = (
  before: SheetToType,
  { sent, results, name }: { sent: Sent; results: readonly TypedResult[]; name: string },
): EnteredVisit[] => {
  const taken = new Set(results.flatMap(({ id, status }) => (status === "refused" ? [] : [id])));
  const done = sent.filter(({ id }) => taken.has(id));
  const gone = new Set(done.flatMap((item) => (item.kind === "withdrawal" ? [item.id] : [])));
  const fresh = done.flatMap((item) => (item.kind === "visit" ? [item] : []));
  const doors = new Set(fresh.map(({ addressId }) => addressId));
  const names = new Map(before.people.map(({ userId, name }) => [userId, name]));
  return [
    ...before.entered.filter(({ id, addressId }) => !gone.has(id) && !doors.has(addressId)),
    ...fresh.map(({ kind: _kind, day: _day, ...visit }) => ({
      ...visit,
      userName: names.get(visit.userId) ?? name,
      visitedAt: new Date(),
    })),
  ];
};
