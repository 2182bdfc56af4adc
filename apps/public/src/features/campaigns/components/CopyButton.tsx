import { useState } from "react";
import { CheckIcon, CopyIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";

type CopyButtonProps = { text: string; label: string; onCopied?: () => void };

/** Copies a text; where the browser does not allow it, shows the text selected, ready for the keyboard. */
export const CopyButton = ({ text, label, onCopied }: CopyButtonProps) => {
  const { t } = usePage();
  const [state, setState] = useState<"ready" | "copied" | "byHand">("ready");
  const copy = () => {
    // Missing where a page is served over plain HTTP.
    const clipboard = (navigator as Partial<Navigator>).clipboard;
    const done = clipboard === undefined ? Promise.reject(new Error("no clipboard")) : clipboard.writeText(text);
    done.then(
      () => setState("copied"),
      () => setState("byHand"),
    );
    onCopied?.();
  };
  return (
    <>
      <button type="button" className="button button-quiet" onClick={copy}>
        {state === "copied" ? <CheckIcon /> : <CopyIcon />}
        <span aria-live="polite">{state === "copied" ? t("share.textCopied") : label}</span>
      </button>
      {state === "byHand" ? (
        <textarea
          className="input by-hand"
          readOnly
          rows={5}
          value={text}
          aria-label={label}
          onFocus={(event) => event.currentTarget.select()}
          autoFocus
        />
      ) : null}
    </>
  );
};
