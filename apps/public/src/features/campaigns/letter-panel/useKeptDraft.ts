import { parsePostalCode } from "@cml/domain/kernel";
import { type Dispatch, useEffect, useRef } from "react";
import { usePage } from "../../../shell/page-context";
import { letterWords, readable, writable } from "../model/letter-words";
import { keepDraft, keepHandover, readDraft, takeHandover } from "./draft";
import { chosen, type Flow, type FlowEvent, type Kept } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";
import type { Step } from "./panel-steps";

type Keeping = {
  campaign: PanelCampaign;
  flow: Flow;
  dispatch: Dispatch<FlowEvent>;
  /** Finds the people again and goes on where the supporter was. */
  restore: (code: string, rest: { districts: string[]; keep?: Kept }) => Promise<void>;
};

// Whatever needs a name again begins at the name.
const resumable: readonly Step[] = ["people", "letter", "you"];

/** Keeps the words and the place in this tab, brings them back after a reload, and takes all along to the other language. */
export const useKeptDraft = ({ campaign, flow, dispatch, restore }: Keeping): void => {
  const { t } = usePage();
  const started = useRef(false);
  // What was tried in a preview does not come up on the published page.
  const slug = campaign.isPreview ? `preview:${campaign.slug}` : campaign.slug;

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    const draft = readDraft(slug);
    const handover = takeHandover(slug);
    const typed = new URLSearchParams(window.location.search).get("code") ?? "";
    const code = draft?.code || typed;
    const words = letterWords(t);
    const own = (text: string | null) => (text === null || !campaign.allowEditing ? null : readable(text, {}, words));
    dispatch({
      type: "restored",
      draft: {
        ...(draft === null ? {} : { subject: own(draft.subject), body: own(draft.body), personal: draft.personal }),
        ...handover,
        code,
      },
    });
    const step = draft !== null && resumable.includes(draft.step) ? draft.step : draft?.step === "send" ? "you" : null;
    const keep = step === null ? {} : { keep: { step, recipientKeys: draft?.recipientKeys ?? null } };
    // A code from the address was sent by the plain form, before this script was there: it is looked up as if just typed.
    const known = campaign.needsPlace ? parsePostalCode(code) !== null && (step !== null || typed !== "") : true;
    if (known) void restore(code, { districts: draft?.districts ?? [], ...keep });
  }, [campaign.allowEditing, campaign.needsPlace, dispatch, restore, slug, t]);

  useEffect(() => {
    if (flow.step === "done") return keepDraft(slug, null);
    if (flow.code === "" && flow.found === null) return;
    const words = letterWords(t);
    keepDraft(slug, {
      step: flow.step,
      code: flow.code,
      districts: flow.districts,
      recipientKeys: flow.found === null ? null : chosen(flow).map(({ recipientKey }) => recipientKey),
      subject: flow.subject === null ? null : writable(flow.subject, words),
      body: flow.body === null ? null : writable(flow.body, words),
      personal: flow.personal,
    });
  }, [slug, flow, t]);

  useEffect(() => {
    const { name, email, street, updates, newsletter } = flow;
    const links = document.querySelectorAll("a.language");
    const takeAlong = () => keepHandover(slug, { name, email, street, updates, newsletter });
    for (const link of links) link.addEventListener("click", takeAlong);
    return () => {
      for (const link of links) link.removeEventListener("click", takeAlong);
    };
  }, [slug, flow]);
};
