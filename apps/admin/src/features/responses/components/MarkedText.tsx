import type { TextRange } from "@cml/domain/influence";
import { piecesOf } from "../model/text-boxes";
import classes from "./Responses.module.css";

type Props = { text: string; ranges: readonly TextRange[]; className?: string; lang: string };

/** Words as they were sent, with what is hidden on the wall in ink: a moderator can still read it. */
export const MarkedText = ({ text, ranges, className = classes.text, lang }: Props) => (
  <p className={className} lang={lang}>
    {piecesOf(text, ranges).map(({ text: piece, from, isBoxed }) =>
      isBoxed ? (
        <mark key={from} className={classes.covered}>
          {piece}
        </mark>
      ) : (
        piece
      ),
    )}
  </p>
);
