import { errorMessage, failureOf } from "@cml/api-client";
import { useState } from "react";
import { Problem } from "../../../shell/Field";
import { LetterIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { confirmLetters } from "./confirm-letters";

/**
 * The one button of a mailed link. It is an ordinary form, so that it works without JavaScript too; with it, a lost
 * connection is told on the spot and the same press can be tried again.
 */
export const ConfirmButton = ({ token, count }: { token: string; count: number }) => {
  const { t, locale, link } = usePage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { path } = await confirmLetters(locale, token);
      window.location.assign(link(path));
    } catch (error) {
      setProblem(failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale));
      setBusy(false);
    }
  };
  return (
    <form
      method="post"
      action={link(`/confirm/${token}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Problem text={problem} />
      <button type="submit" className="button button-large" disabled={busy}>
        <LetterIcon />
        {busy ? t("form.working") : t(count === 0 ? "confirm.boxesButton" : count > 1 ? "confirm.buttonMany" : "confirm.button")}
      </button>
    </form>
  );
};
