import { LetterPaper } from "../../../shell/LetterPaper";
import { usePage } from "../../../shell/page-context";
import type { WaitingLetter } from "../model";

type Letter = WaitingLetter["letters"][number];

// More lines than these would push the button off a phone: a council's letters are one press further away.
const mostLines = 5;

/** Every letter that is to be confirmed, word for word: the first one open, the others folded behind their recipient. */
export const LettersToConfirm = ({ letters, name }: { letters: readonly Letter[]; name: string }) => {
  const { t } = usePage();
  const [first, ...others] = letters;
  if (first === undefined) return null;
  const folded = others.map((letter, at) => (
    <details key={at} className="folded-letter">
      <summary>
        <span className="folded-name">{letter.recipientName}</span>
        {letter.recipientTitle ? <span className="dimmed">{letter.recipientTitle}</span> : null}
      </summary>
      <Paper letter={letter} name={name} />
    </details>
  ));
  return (
    <div className="letters-to-confirm">
      <Paper letter={first} name={name} />
      {others.length === 0 ? null : others.length > mostLines ? (
        <details className="folded-letters">
          <summary>{t("confirm.others", { count: others.length })}</summary>
          {folded}
        </details>
      ) : (
        <section className="folded-letters" aria-labelledby="also-to">
          <h2 id="also-to">{t("confirm.alsoTo")}</h2>
          {folded}
        </section>
      )}
    </div>
  );
};

const Paper = ({ letter: { recipientName, subject, message }, name }: { letter: Letter; name: string }) => (
  <LetterPaper to={recipientName} subject={subject} body={message} signature={message.includes(name) ? "" : name} />
);
