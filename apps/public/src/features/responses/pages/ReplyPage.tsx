import type { OnWall } from "@cml/domain/influence";
import { Island } from "../../../islands/Island";
import { BackIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { ShareButtons } from "../../../shell/ShareButtons";
import { ReplyCard } from "../components/ReplyCard";
import { MarksMeaning } from "../components/ReplyMarks";

type ReplyPageProps = { found: OnWall; slug: string; address: string };

/** One reply on its own: the address that is passed on. */
export const ReplyPage = ({ found: { response, campaignTitle }, slug, address }: ReplyPageProps) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">
        <a href={link(`/c/${slug}`)}>{campaignTitle}</a>
      </p>
      <ReplyCard reply={response} slug={slug} whole />
      <Island name="share" component={ShareButtons} props={{ address, title: t("wall.oneTitle", { name: response.representativeName }) }} />
      <MarksMeaning />
      <p>
        <a className="back" href={link(`/c/${slug}/replies`)}>
          <BackIcon />
          {t("wall.backToWall")}
        </a>
      </p>
    </div>
  );
};
