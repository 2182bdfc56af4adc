import { useEffect, useState } from "react";
import { usePage } from "../../../shell/page-context";
import { sendPicture } from "./send-picture";

type Shown = { key: string; preview: string | null; busy: boolean; problem: string | null };

/** Brings a picture as soon as it is chosen and shows it; without JavaScript it is brought by a form of its own before. */
export const PictureField = ({ first, awake }: { first: string; awake: boolean }) => {
  const { t, locale } = usePage();
  const [shown, setShown] = useState<Shown>({ key: first, preview: null, busy: false, problem: null });
  const { preview } = shown;
  useEffect(() => (preview === null ? undefined : () => URL.revokeObjectURL(preview)), [preview]);

  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setShown({ key: "", preview: URL.createObjectURL(file), busy: true, problem: null });
    const sent = await sendPicture(file, locale);
    if ("key" in sent) setShown((now) => ({ ...now, key: sent.key, busy: false }));
    else setShown({ key: "", preview: null, busy: false, problem: sent.problem ?? t("form.offline") });
  };

  const hidden = <input type="hidden" name="pictureKey" value={shown.key} />;
  if (!awake) return shown.key === "" ? hidden : <p className="notice">{[t("shareReply.pictureKept"), hidden]}</p>;
  return (
    <div className="field picture-field">
      {hidden}
      <label htmlFor="reply-picture">{t("shareReply.picture")}</label>
      {shown.key === "" && !shown.busy ? (
        <input
          id="reply-picture"
          className="input"
          type="file"
          accept="image/*"
          aria-describedby="reply-picture-hint"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
      ) : (
        <div className="picture-shown" aria-busy={shown.busy}>
          {preview === null ? null : <img src={preview} alt="" />}
          <p role="status">{t(shown.busy ? "shareReply.pictureLoading" : "shareReply.pictureKept")}</p>
          {shown.busy ? null : (
            <button
              type="button"
              className="button button-quiet"
              onClick={() => setShown({ key: "", preview: null, busy: false, problem: null })}
            >
              {t("shareReply.pictureRemove")}
            </button>
          )}
        </div>
      )}
      {shown.problem === null ? null : (
        <p className="error" role="alert">
          {shown.problem}
        </p>
      )}
      <p id="reply-picture-hint" className="hint">
        {t("shareReply.pictureHint")}
      </p>
    </div>
  );
};
