import { useLayoutEffect, useRef } from "react";
import { usePage } from "../../../shell/page-context";
import type { LetterFlow } from "./useLetterFlow";
import type { ShownLetter } from "./useShownLetter";

/** The letter as a sheet one may write on. */
export const EditablePaper = ({ letter: { flow, dispatch }, shown }: { letter: LetterFlow; shown: ShownLetter }) => {
  const { t } = usePage();
  const subject = useGrowing(shown.subject);
  const body = useGrowing(shown.body);
  return (
    <div className="paper paper-editable">
      <p className="paper-to">
        <span>{t("paper.to")}</span> {shown.to}
      </p>
      <label className="paper-subject">
        <span>{t("paper.subject")}</span>
        <textarea
          ref={subject}
          name="subject"
          rows={1}
          value={shown.subject}
          maxLength={200}
          aria-invalid={flow.fields.subject === undefined ? undefined : true}
          onChange={(event) => dispatch({ type: "wrote", field: "subject", value: event.currentTarget.value.replaceAll("\n", " ") })}
        />
      </label>
      <textarea
        ref={body}
        name="body"
        aria-label={t("panel.letter.body")}
        value={shown.body}
        rows={12}
        maxLength={20_000}
        aria-invalid={flow.fields.body === undefined ? undefined : true}
        onChange={(event) => dispatch({ type: "wrote", field: "body", value: event.currentTarget.value })}
      />
      <p className="paper-signature">{shown.signature}</p>
    </div>
  );
};

/** As tall as its text: `field-sizing` is newer than the phones we promise. */
const useGrowing = (text: string) => {
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const node = field.current;
    if (node === null || CSS.supports("field-sizing", "content")) return;
    node.style.height = "auto";
    node.style.height = `${node.scrollHeight + 2}px`;
  }, [text]);
  return field;
};
