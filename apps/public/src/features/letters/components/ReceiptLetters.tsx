import { errorMessage, failureOf } from "@cml/api-client";
import { createPublicClient } from "@cml/api-client/public";
import { useCallback, useEffect, useState } from "react";
import { Problem } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import type { Receipt } from "../model";
import { receiptOf } from "../receipt-of";
import { LetterTimelineCard } from "./LetterTimelineCard";

export type ReceiptLettersProps = { receipt: Receipt; token: string };

const askEveryMs = 10_000;

/** Each letter's own story, fresh while the page is looked at, and the question about letters that left by other hands. */
export const ReceiptLetters = ({ receipt: drawn, token }: ReceiptLettersProps) => {
  const { t, locale, timeZone } = usePage();
  const [receipt, setReceipt] = useState(drawn);
  const [problem, setProblem] = useState<string | null>(null);

  const ask = useCallback(async () => {
    const found = await createPublicClient({ locale: () => locale }).influence.letters.receipt.query({ token });
    setReceipt(receiptOf(found, { locale, timeZone }));
  }, [locale, timeZone, token]);

  useEffect(() => {
    const look = () => {
      // A missed look is made up for by the next one; the page keeps what it knows.
      if (document.visibilityState === "visible") void ask().catch(() => undefined);
    };
    const timer = setInterval(look, askEveryMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [ask]);

  const answer = async (letterId: string, sent: boolean) => {
    setProblem(null);
    try {
      await createPublicClient({ locale: () => locale }).influence.letters.answerSent.mutate({
        receiptToken: token,
        letterIds: [letterId],
        sent,
      });
      await ask();
    } catch (error) {
      setProblem(failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale));
    }
  };

  return (
    <div className="timelines" aria-live="polite">
      <Problem text={problem} />
      {receipt.letters.length === 0 ? <p>{t("receipt.nothing")}</p> : null}
      {receipt.letters.map((letter) => (
        <LetterTimelineCard
          key={letter.id}
          letter={letter}
          name={receipt.name}
          token={token}
          onAnswer={(sent) => void answer(letter.id, sent)}
        />
      ))}
    </div>
  );
};
