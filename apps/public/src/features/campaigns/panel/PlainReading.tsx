import type { PreparedLetters } from "@cml/domain/influence";
import { LetterPaper } from "../../../shell/LetterPaper";
import { usePage } from "../../../shell/page-context";
import { letterWords } from "../model/letter-words";
import { filledIn } from "../model/open-places";

/** Each letter as it will leave, the first one open: what is not written yet stands in brackets. */
export const PlainReading = ({ prepared: { letters, texts } }: { prepared: PreparedLetters }) => {
  const { t } = usePage();
  const words = letterWords(t);
  return (
    <>
      {texts.length > 1 ? (
        <p className="dimmed">{t("panel.letter.severalTexts", { letters: letters.length, texts: texts.length })}</p>
      ) : null}
      {letters.map((letter, index) => {
        const { subject, message } = filledIn(letter, { street: `[${t("panel.letter.streetLine")}]` }, words);
        return (
          <details key={letter.targetId} className="as-it-leaves" open={index === 0}>
            <summary>{letter.recipientName}</summary>
            <LetterPaper to={letter.recipientName} subject={subject} body={message} signature="" />
          </details>
        );
      })}
    </>
  );
};
