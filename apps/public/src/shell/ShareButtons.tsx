import { useState } from "react";
import { CheckIcon, ShareIcon } from "./icons";
import { usePage } from "./page-context";

/** The phone's own share sheet where there is one, and a link to copy everywhere. No third party is loaded. */
export const ShareButtons = ({ address, title }: { address: string; title: string }) => {
  const { t } = usePage();
  const [copied, setCopied] = useState(false);
  const [field, setField] = useState(false);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      // Without permission (or over plain HTTP) the address is shown instead, selected and ready.
      () => setField(true),
    );
  // The share sheet is left by closing it, which browsers report as a failure; there is nothing to tell then.
  const share = () => ("share" in navigator ? navigator.share({ title, url: address }).catch(() => undefined) : copy());
  return (
    <div className="share">
      <button type="button" className="button button-quiet" onClick={() => void share()}>
        <ShareIcon />
        {t("share.button")}
      </button>
      <button type="button" className="button button-quiet" onClick={() => void copy()}>
        {copied ? <CheckIcon /> : null}
        <span aria-live="polite">{copied ? t("share.copied") : t("share.copy")}</span>
      </button>
      {field ? (
        <input
          className="input"
          readOnly
          value={address}
          aria-label={t("share.copy")}
          onFocus={(event) => event.currentTarget.select()}
          autoFocus
        />
      ) : null}
    </div>
  );
};
