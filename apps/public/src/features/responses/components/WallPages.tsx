import type { Wall } from "@cml/domain/influence";
import type { WallAsked } from "../../../data/wall-source";
import { ArrowIcon, BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { wallPath } from "../model/wall-query";

type WallPagesProps = { wall: Pick<Wall, "previous" | "next">; asked: WallAsked };

/** The way through the pages of a wall, as links that keep filters and order: back on the left, on on the right. */
export const WallPages = ({ wall: { previous, next }, asked }: WallPagesProps) => {
  const { t, link } = usePage();
  if (previous === null && next === null) return null;
  const to = (place: Pick<WallAsked, "after" | "before">) => link(wallPath({ ...asked, after: null, before: null, ...place }));
  return (
    <nav className="wall-pages" aria-label={t("wall.pages")}>
      {previous === null ? null : (
        <a className="button button-quiet" rel="prev" href={to({ before: previous })}>
          <BackIcon />
          {t("wall.previous")}
        </a>
      )}
      {next === null ? null : (
        <a className="button button-quiet wall-next" rel="next" href={to({ after: next })}>
          {t("wall.next")}
          <ArrowIcon />
        </a>
      )}
    </nav>
  );
};
