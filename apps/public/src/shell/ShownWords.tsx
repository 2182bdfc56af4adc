import { usePage } from "./page-context";

/** A run of the sign that stands for one covered letter each; words covered side by side are one box. */
const covered = /(█+(?: █+)*)/;

/**
 * Words as they may be read by everybody. What was covered is drawn as a black box, also on a dark page, and is read aloud as
 * covered instead of sign by sign.
 */
export const ShownWords = ({ text }: { text: string }) => {
  const { t } = usePage();
  // Every second piece is what was covered.
  return text.split(covered).map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      // The pieces of a text never change places.
      <span key={`${index} ${piece.length}`} className="covered-words" role="img" aria-label={t("wall.covered")}>
        {piece}
      </span>
    ),
  );
};
