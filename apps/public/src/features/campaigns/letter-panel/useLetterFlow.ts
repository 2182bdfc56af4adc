import type { CampaignTargets, EmailMethod } from "@cml/domain/influence";
import { parsePostalCode } from "@cml/domain/kernel";
import { type Dispatch, useMemo, useReducer, useRef, useState } from "react";
import { usePage } from "../../../shell/page-context";
import { letterWords, writable } from "../model/letter-words";
import { failureEvent } from "./failure-event";
import { letterCalls, type LetterCalls, type Place } from "./letter-calls";
import {
  canBeWritten,
  chosen,
  type Flow,
  type FlowEvent,
  flowReducer,
  type Kept,
  openChoices,
  type SentAnswer,
  start,
} from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";
import { firstStep, isPhoneDay, stepAfter } from "./panel-steps";
import { rememberBrowser, rememberedBrowser } from "../../../shell/remembered-browser";
import { submissionIds } from "./submission-id";
import { submitWithProof } from "./submit-with-proof";
import { useKeptDraft } from "./useKeptDraft";
import { useStepHistory } from "./useStepHistory";
import { letterSource } from "./letter-source";

/** What each step may do. */
export type LetterFlow = {
  flow: Flow;
  dispatch: Dispatch<FlowEvent>;
  calls: LetterCalls;
  lookUp: (again?: { code?: string; districts?: string[]; keep?: Kept }) => Promise<void>;
  locate: () => Promise<void>;
  toLetter: () => void;
  toYou: (shown: { subject: string; body: string }) => void;
  /** From the name on: to the choice of ways, or straight off where there is one. */
  afterYou: () => void;
  send: (method: EmailMethod) => Promise<void>;
  answerSent: (letterIds: string[], answer: SentAnswer) => Promise<void>;
  /** The answer to a confirmation made elsewhere: the receipt, once there is one. */
  askWaiting: () => Promise<void>;
  /** A field people do not see. */
  trap: string;
  setTrap: (text: string) => void;
};

const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text.trim());
const orNull = (text: string): string | null => text.trim() || null;

export type FlowSetting = { campaign: PanelCampaign; fixed: CampaignTargets | null; embedded: boolean };

/** The supporter's way through the panel: what is written, what the server said, and the verbs of each step. */
export const useLetterFlow = ({ campaign, fixed, embedded }: FlowSetting): LetterFlow => {
  const { t, locale } = usePage();
  const [flow, dispatch] = useReducer(flowReducer, { step: firstStep(campaign), fixed }, start);
  const [ids] = useState(submissionIds);
  const [openedAt] = useState(() => new Date());
  const [trap, setTrap] = useState("");
  // A second press in the same moment finds the first one here, before anything is drawn again.
  const underWay = useRef(false);
  const calls = useMemo(() => letterCalls(campaign, locale), [campaign, locale]);
  const fail = (error: unknown) => dispatch(failureEvent(error, { t, locale }));
  const place = { slug: campaign.slug, postalCode: campaign.needsPlace ? (flow.found?.postalCode ?? parsePostalCode(flow.code)) : null };

  const once = async (act: () => Promise<void>) => {
    if (underWay.current) return;
    underWay.current = true;
    try {
      await act();
    } catch (error) {
      fail(error);
    } finally {
      underWay.current = false;
    }
  };

  const findAt = (asked: Place): Promise<CampaignTargets | null> =>
    campaign.isPreview
      ? // What is not stored yet is not found; the page says so instead of failing.
        calls.lookUp(asked).catch(() => null)
      : calls.lookUp(asked);

  // On a phone day nothing is to be ticked: the calls follow as soon as it is clear where somebody lives.
  const onceFound = (found: CampaignTargets) => (isPhoneDay(campaign) && openChoices(found).length === 0 ? "calls" : "people");

  const lookUp: LetterFlow["lookUp"] = ({ code = flow.code, districts = [], keep } = {}) =>
    once(async () => {
      const postalCode = campaign.needsPlace ? parsePostalCode(code) : null;
      if (campaign.needsPlace && postalCode === null)
        return dispatch({ type: "failed", problem: null, fields: { code: t("panel.code.invalid") } });
      // A preview is played with invented supporters: a draft is no way around the published page.
      if (campaign.isPreview && postalCode !== null && !campaign.samples.some((sample) => sample.postalCode === postalCode))
        return dispatch({ type: "failed", problem: t("panel.preview.onlySamples") });
      dispatch({ type: "started", what: "LOOK_UP" });
      const found = await findAt({ slug: campaign.slug, postalCode, districts });
      if (found === null) return dispatch({ type: "failed", problem: t("panel.preview.saveFirst") });
      dispatch({ type: "found", found, districts, then: onceFound(found), ...(keep === undefined ? {} : { keep }) });
    });

  const locate = () =>
    once(async () => {
      const street = flow.street.trim();
      if (place.postalCode === null) return;
      if (street === "") return dispatch({ type: "failed", problem: null, fields: { street: t("panel.street.needed") } });
      dispatch({ type: "started", what: "LOCATE" });
      const asked = { slug: campaign.slug, postalCode: place.postalCode, street };
      const { districts } = await calls.locate(asked).catch((error: unknown) => {
        // Said beside the street; the districts above it are still there to choose from.
        const { problem } = failureEvent(error, { t, locale });
        dispatch({ type: "failed", problem: null, fields: { street: problem ?? "" } });
        return { districts: null };
      });
      if (districts === null) return;
      const found = await findAt({ ...place, districts });
      if (found === null) return dispatch({ type: "failed", problem: t("panel.preview.saveFirst") });
      dispatch({ type: "found", found, districts, then: onceFound(found) });
    });

  const toLetter = () =>
    chosen(flow).some((target) => canBeWritten(target, campaign.methods))
      ? dispatch({ type: "went", step: "letter" })
      : dispatch({ type: "failed", problem: null, fields: { people: t("panel.people.noneTicked") } });

  const toYou: LetterFlow["toYou"] = (shown) =>
    shown.subject.trim() === "" || shown.body.trim() === ""
      ? dispatch({ type: "failed", problem: t("panel.letter.empty") })
      : dispatch({ type: "went", step: "you" });

  const missing = (method: EmailMethod | null): Flow["fields"] => {
    const needsName = method !== "MAILTO" || campaign.collectUserInfo;
    const needsEmail = method === "SMTP" || campaign.collectUserInfo;
    const wrongEmail = flow.email.trim() === "" ? needsEmail : !looksLikeEmail(flow.email);
    return {
      ...(needsName && flow.name.trim().length < 2 ? { name: t("form.nameNeeded") } : {}),
      ...(wrongEmail ? { email: t("form.emailNeeded") } : {}),
      ...(campaign.askStreet && flow.street.trim() === "" ? { street: t("panel.you.streetNeeded") } : {}),
    };
  };

  const recipientsFor = (method: EmailMethod) =>
    chosen(flow)
      .filter((target) => canBeWritten(target, [method]))
      .map(({ id }) => id);
  const named = (method: EmailMethod) => ({ email: flow.email.trim().toLowerCase(), recipients: recipientsFor(method), method });

  const send: LetterFlow["send"] = (method) =>
    once(async () => {
      const fields = missing(method);
      if (Object.keys(fields).length > 0) return dispatch({ type: "failed", problem: null, fields, step: "you" });
      const recipients = recipientsFor(method);
      if (recipients.length === 0) return dispatch({ type: "failed", problem: t(`panel.send.nobody.${method}`) });
      if (campaign.isPreview) return dispatch({ type: "failed", problem: t("panel.preview.notSent") });
      dispatch({ type: "started", what: "SEND", method });
      const outcome = await submitWithProof(
        {
          ...place,
          districts: flow.districts,
          submissionId: ids.of(named(method)),
          recipients,
          method,
          // Untouched words stay the campaign's own, which the server holds; edited ones go with their open places.
          subject: flow.subject === null ? null : writable(flow.subject, letterWords(t)),
          body: flow.body === null ? null : writable(flow.body, letterWords(t)),
          personal: orNull(flow.personal),
          name: flow.name.trim(),
          email: orNull(flow.email),
          street: campaign.askStreet ? orNull(flow.street) : null,
          updates: flow.updates,
          newsletter: flow.newsletter,
          source: letterSource(),
          remember: rememberedBrowser(),
          proof: null,
          trap,
          openedAt,
        },
        { send: calls.send, onProof: () => dispatch({ type: "started", what: "PROOF", method }) },
      );
      if (outcome.kind !== "confirm") ids.done();
      dispatch({ type: "sent", outcome });
    });

  const afterYou = () => {
    const fields = missing(campaign.methods.length === 1 ? (campaign.methods[0] ?? null) : null);
    if (Object.keys(fields).length > 0) return dispatch({ type: "failed", problem: null, fields });
    const next = stepAfter(campaign, "you");
    if (next === "done") {
      const [only] = campaign.methods;
      if (only !== undefined) void send(only);
      return;
    }
    dispatch({ type: "went", step: next });
    const { name, email } = flow;
    if (campaign.isPreview || !campaign.collectUserInfo || !looksLikeEmail(email)) return;
    // Kept for a day as "unfinished"; the letter does not depend on it, so a failure here is nobody's concern but the count's.
    const captured = { submissionId: ids.current(), slug: campaign.slug, name: name.trim(), email: email.trim() };
    void calls.capture({ ...captured, postalCode: place.postalCode, source: letterSource(), trap }).catch(() => undefined);
  };

  const answerSent: LetterFlow["answerSent"] = async (letterIds, answer) => {
    const { outcome } = flow;
    if (outcome === null || !("letters" in outcome)) return;
    dispatch({ type: "answered", letterIds, answer });
    if (answer === "OPENED") return;
    try {
      await calls.answerSent({ receiptToken: outcome.receiptToken, letterIds, sent: answer === "YES" });
    } catch (error) {
      dispatch({ type: "answered", letterIds, answer: "OPENED" });
      fail(error);
    }
  };

  const askWaiting = async () => {
    try {
      const answer = await calls.waiting(ids.current());
      if (answer.state !== "QUEUED") return;
      rememberBrowser(answer.remember);
      ids.done();
      dispatch({ type: "sent", outcome: { kind: "queued", receiptToken: answer.receiptToken } });
    } catch {
      // The page asks again by itself; the mail's own link works whatever becomes of this.
    }
  };

  useKeptDraft({ campaign, flow, dispatch, restore: (code, rest) => lookUp({ code, ...rest }) });
  useStepHistory({ flow, dispatch, off: embedded });
  return { flow, dispatch, calls, lookUp, locate, toLetter, toYou, afterYou, send, answerSent, askWaiting, trap, setTrap };
};
