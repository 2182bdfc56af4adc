import { type PublicReplyFacts, type Wall, wallOpensFrom } from "@cml/domain/influence";
import type { WallAsked } from "../../../data/wall-source";
import { EmptyState } from "../../../shell/EmptyState";
import { ArrowIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { FactsStrip } from "../components/FactsStrip";
import { ReplyCard } from "../components/ReplyCard";
import { MarksMeaning } from "../components/ReplyMarks";
import { WallFilters } from "../components/WallFilters";
import { WallPages } from "../components/WallPages";
import { wallPath } from "../model/wall-query";

type WallPageProps = { wall: Wall; asked: WallAsked; facts: readonly PublicReplyFacts[] };

/** The response wall: facts about the letters on top, then the replies, the words first. */
export const WallPage = ({ wall, asked, facts }: WallPageProps) => {
  const { t, link } = usePage();
  const slug = wall.campaignSlug;
  return (
    <div className="wrap page wall">
      <div className="wall-head">
        <p className="eyebrow">
          <a href={link(`/c/${slug}`)}>{wall.campaignTitle}</a>
        </p>
        <h1>{t("wall.title")}</h1>
        <p className="lead">{t("wall.lead")}</p>
        {wall.state === "OPEN" ? <ShareLink slug={slug} quiet /> : null}
      </div>
      <FactsStrip facts={facts} />
      {wall.state === "OPEN" ? <Replies wall={wall} asked={asked} /> : <Gathering wall={wall} />}
    </div>
  );
};

const ShareLink = ({ slug, quiet = false }: { slug: string; quiet?: boolean }) => {
  const { t, link } = usePage();
  return (
    <a className={quiet ? "button button-quiet" : "button"} href={link(`/c/${slug}/replies/new`)}>
      {t("wall.share")}
      <ArrowIcon />
    </a>
  );
};

/** Fewer than three replies: the page says how many, and asks for one. */
const Gathering = ({ wall: { total, campaignSlug } }: { wall: Wall }) => {
  const { t } = usePage();
  const title = total === 0 ? t("wall.gatheringNone") : t("wall.gathering", { count: total, most: wallOpensFrom });
  return (
    <EmptyState title={title} text={t("wall.gatheringHint")}>
      <ShareLink slug={campaignSlug} />
    </EmptyState>
  );
};

const Replies = ({ wall, asked }: { wall: Wall; asked: WallAsked }) => {
  const { t, link } = usePage();
  const { campaignSlug, items, total, fitting, confirmed } = wall;
  const filtered = fitting !== total;
  return (
    <div className="wall-body">
      <WallFilters wall={wall} asked={asked} />
      <p className="wall-count tabular" role="status">
        {filtered ? t("wall.totalOf", { count: fitting, total }) : t("wall.total", { count: total })}
        {filtered || confirmed === 0 ? null : <span className="dimmed"> · {t("wall.confirmed", { count: confirmed })}</span>}
      </p>
      {items.length === 0 ? (
        <EmptyState title={t("wall.none")} text={t("wall.noneHint")}>
          <a className="button" href={link(wallPath({ campaignSlug }))}>
            {t("wall.all")}
          </a>
        </EmptyState>
      ) : (
        <div className="replies">
          {items.map((reply) => (
            <ReplyCard key={reply.id} reply={reply} slug={campaignSlug} />
          ))}
        </div>
      )}
      <WallPages wall={wall} asked={asked} />
      <MarksMeaning />
    </div>
  );
};
