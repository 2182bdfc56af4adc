import type { PreparedLetters } from "@cml/domain/influence";
import { LetterPaper } from "../../../shell/LetterPaper";
import { usePage } from "../../../shell/page-context";
import { letterWords } from "../model/letter-words";
import { filledIn } from "../model/open-places";

// A page for the oldest browsers stays small: of a council, one letter of each text is shown.
const mostLetters = 6;

/** Each letter as it will leave, the first one open: what is not written yet stands in brackets. */
export const PlainReading = ({ prepared: { letters, texts } }: { prepared: PreparedLetters }) => {
  const { t } = usePage();
  const words = letterWords(t);
  const shown =
    letters.length > mostLetters ? letters.filter(({ text }, at) => letters.findIndex((one) => one.text === text) === at) : letters;
  return (
    <>
      {texts.length > 1 ? (
        <p className="dimmed">{t("panel.letter.severalTexts", { letters: letters.length, texts: texts.length })}</p>
      ) : null}
      {shown.map((letter, index) => {
        const { subject, message } = filledIn(letter, { street: `[${t("panel.letter.streetLine")}]` }, words);
        return (
          <details key={letter.targetId} className="as-it-leaves" open={index === 0}>
            <summary>{letter.recipientName}</summary>
            <LetterPaper to={letter.recipientName} subject={subject} body={message} signature="" />
          </details>
        );
      })}
      {shown.length < letters.length ? <p className="hint">{t("plain.alsoTo", { count: letters.length - shown.length })}</p> : null}
    </>
  );
};
