import { errorMessage, failureOf } from "@cml/api-client";
import { createPublicClient } from "@cml/api-client/public";
import { type SubmitEvent, useState } from "react";
import { Problem } from "../../../shell/Field";
import { CheckIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { browserToken, rememberBrowser, rememberedBrowser } from "../../../shell/remembered-browser";

export type ConfirmReplyProps = { token: string; what: "reply" | "upvote" };

/** The one button of a mailed link: a plain form, and with a script this browser is remembered besides. */
export const ConfirmReplyButton = ({ token, what }: ConfirmReplyProps) => {
  const { t, locale, link } = usePage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const act = async (): Promise<string> => {
    const { responses } = createPublicClient({ locale: () => locale }).influence;
    if (what === "upvote") {
      const { campaignSlug, responseId } = await responses.confirmUpvote.mutate({ token, device: browserToken() });
      return `/c/${campaignSlug}/replies/${responseId}`;
    }
    const { campaignSlug, remember } = await responses.confirm.mutate({ token, remember: rememberedBrowser() });
    rememberBrowser(remember);
    return `/c/${campaignSlug}/replies/sent?confirmed`;
  };
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      window.location.assign(link(await act()));
    } catch (error) {
      setProblem(failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale));
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void confirm();
  };
  return (
    <form method="post" action={link(`/replies/confirm/${token}`)} onSubmit={submit}>
      <Problem text={problem} />
      <button type="submit" className="button button-large" disabled={busy}>
        <CheckIcon />
        {busy ? t("form.working") : t(what === "upvote" ? "voted.confirmButton" : "replySent.confirmButton")}
      </button>
    </form>
  );
};
