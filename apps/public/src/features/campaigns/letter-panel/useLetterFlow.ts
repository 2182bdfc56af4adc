import { errorMessage, failureOf } from "@cml/api-client";
import { parsePostalCode } from "@cml/domain/kernel";
import { type Dispatch, useEffect, useReducer, useRef } from "react";
import { usePage } from "../../../shell/page-context";
import { letterWords, writable } from "../model/letter-words";
import { keepDraft, readDraft } from "./draft";
import { chosen, type Flow, type FlowEvent, flowReducer, start } from "./letter-flow";
import { letterCalls, newSubmissionId } from "./letter-calls";
import type { PanelCampaign } from "./panel-campaign";

export type LetterFlow = {
  flow: Flow;
  dispatch: Dispatch<FlowEvent>;
  lookUp: () => Promise<void>;
  toLetter: () => void;
  toYou: (shown: { subject: string; body: string }) => void;
  send: () => Promise<void>;
};

const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());

/** The supporter's way through the panel: what is written, what the server said, and the verbs of each step. */
export const useLetterFlow = (campaign: PanelCampaign): LetterFlow => {
  const { t, locale } = usePage();
  const [flow, dispatch] = useReducer(flowReducer, start);
  // One id for one letter of one person: a double click or a retry after a lost answer cannot make two of it.
  const submission = useRef<{ id: string; email: string } | null>(null);
  const calls = letterCalls(locale);

  useEffect(() => {
    const draft = readDraft(campaign.slug);
    if (draft === null) return;
    dispatch({ type: "wrote", field: "code", value: draft.code });
    if (campaign.allowEditing && draft.subject !== null) dispatch({ type: "wrote", field: "subject", value: draft.subject });
    if (campaign.allowEditing && draft.body !== null) dispatch({ type: "wrote", field: "body", value: draft.body });
  }, [campaign.slug, campaign.allowEditing]);

  useEffect(() => {
    if (flow.step !== "code" || flow.code !== "") keepDraft(campaign.slug, flow);
  }, [campaign.slug, flow]);

  const fail = (error: unknown) => {
    const failure = failureOf(error);
    const problem = failure.status === 0 ? t("form.offline") : errorMessage(error, locale);
    const fields: Flow["fields"] = {};
    for (const { path, message } of failure.fields) {
      const field = (["subject", "body", "name", "email", "code"] as const).find((name) => path.toLowerCase().includes(name));
      if (field !== undefined) fields[field] ??= message;
    }
    dispatch({ type: "failed", problem, fields });
  };

  const lookUp = async () => {
    const code = parsePostalCode(flow.code);
    if (code === null) return dispatch({ type: "failed", problem: null, fields: { code: t("panel.code.invalid") } });
    dispatch({ type: "started" });
    try {
      dispatch({ type: "found", found: await calls.lookUp({ slug: campaign.slug, postalCode: code }) });
    } catch (error) {
      fail(error);
    }
  };

  const toLetter = () =>
    flow.ticked.length === 0
      ? dispatch({ type: "failed", problem: null, fields: { people: t("panel.people.noneTicked") } })
      : dispatch({ type: "went", step: "letter" });

  const toYou = (shown: { subject: string; body: string }) =>
    shown.subject.trim() === "" || shown.body.trim() === ""
      ? dispatch({ type: "failed", problem: t("panel.letter.empty") })
      : dispatch({ type: "went", step: "you" });

  const send = async () => {
    if (flow.busy || flow.found === null) return;
    const fields: Flow["fields"] = {
      ...(flow.name.trim() === "" ? { name: t("form.nameNeeded") } : {}),
      ...(looksLikeEmail(flow.email) ? {} : { email: t("form.emailNeeded") }),
    };
    if (Object.keys(fields).length > 0) return dispatch({ type: "failed", problem: null, fields });
    dispatch({ type: "started" });
    const email = flow.email.trim();
    if (submission.current?.email !== email) submission.current = { id: newSubmissionId(), email };
    try {
      const outcome = await calls.send({
        submissionId: submission.current.id,
        slug: campaign.slug,
        postalCode: flow.found.postalCode,
        recipients: chosen(flow).map(({ key }) => key),
        // Untouched words stay the campaign's own, which the server holds; edited ones go with their open places.
        subject: flow.subject === null ? null : writable(flow.subject, letterWords(t)),
        body: flow.body === null ? null : writable(flow.body, letterWords(t)),
        name: flow.name.trim(),
        email,
        updates: flow.updates,
        newsletter: flow.newsletter,
      });
      submission.current = null;
      dispatch({ type: "sent", outcome });
    } catch (error) {
      fail(error);
    }
  };

  return { flow, dispatch, lookUp, toLetter, toYou, send };
};
