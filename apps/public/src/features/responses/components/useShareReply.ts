import { errorMessage, failureOf } from "@cml/api-client";
import { createPublicClient } from "@cml/api-client/public";
import { useRef, useState } from "react";
import { usePage } from "../../../shell/page-context";
import { rememberedBrowser } from "../../../shell/remembered-browser";
import { type Choice, fieldsOf, submissionOf } from "../model/share-fields";
import type { ShareForm } from "../model/share-form";

export type People = { code: string; people: Choice[] };

/** Whom the form offers, and sending it. */
export const useShareReply = (form: ShareForm) => {
  const { t, locale, link } = usePage();
  const [choices, setChoices] = useState<People>({ code: form.code, people: form.choices });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState(form.problem);
  const [openedAt] = useState(() => new Date());
  const underWay = useRef(false);

  const send = async (fields: FormData) => {
    if (underWay.current) return;
    underWay.current = true;
    setBusy(true);
    setProblem(null);
    try {
      const { responses } = createPublicClient({ locale: () => locale }).influence;
      const submission = submissionOf(fieldsOf(fields), { slug: form.slug, locale, remember: rememberedBrowser(), openedAt });
      let answer = await responses.submit.mutate(submission);
      if (answer.state === "PROVE") {
        const { solveProof } = await import("../../../proof/solve-proof");
        answer = await responses.submit.mutate({ ...submission, proof: await solveProof(answer.challenge) });
      }
      if (answer.state === "PROVE") throw new Error("The server did not take the proof of work.");
      return window.location.assign(link(`/c/${form.slug}/replies/sent${answer.state === "CONFIRM" ? "?mail" : ""}`));
    } catch (error) {
      setProblem(failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale));
    }
    underWay.current = false;
    setBusy(false);
  };

  return { choices, busy, problem, setProblem, add: setChoices, send };
};
