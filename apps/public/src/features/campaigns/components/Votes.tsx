import type { PositionCounts, TargetPosition } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";

// Each position has a shape of its own, so that the picture can be read in grey.
const marks: Record<TargetPosition, string> = { FOR: "●", LEANING: "◐", AGAINST: "✕", UNKNOWN: "○" };
const order: readonly TargetPosition[] = ["FOR", "LEANING", "AGAINST", "UNKNOWN"];
const mostMarks = 60;
// Of a handful of people each one's own mark says it all.
const fewestMarks = 5;

/** How the votes stand, as far as staff know: one mark for each person, and the same in words. */
export const Votes = ({ positions }: { positions: PositionCounts }) => {
  const { t } = usePage();
  if (positions.FOR + positions.LEANING + positions.AGAINST === 0) return null;
  const all = order.flatMap((position) => Array.from({ length: positions[position] }, () => position));
  if (all.length < fewestMarks) return null;
  return (
    <figure className="votes">
      {all.length > mostMarks ? null : (
        <p className="votes-row" aria-hidden="true">
          {all.map((position, index) => (
            // The marks are interchangeable: nothing but their place tells them apart.
            <span key={index} data-position={position}>
              {marks[position]}
            </span>
          ))}
        </p>
      )}
      <figcaption>
        {order
          .filter((position) => positions[position] > 0)
          .map((position) => (
            <span key={position} data-position={position}>
              <span aria-hidden="true">{marks[position]}</span> {t(`votes.${position}`, { count: positions[position] })}
            </span>
          ))}
      </figcaption>
    </figure>
  );
};
