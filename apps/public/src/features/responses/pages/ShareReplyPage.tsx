import { Island } from "../../../islands/Island";
import { usePage } from "../../../shell/page-context";
import { ShareReplyForm } from "../components/ShareReplyForm";
import type { ShareForm } from "../model/share-form";

type ShareReplyPageProps = { form: ShareForm; campaignTitle: string; /** Where a picture's own form leads back to. */ back: string };

/** The form for a reply somebody got. */
export const ShareReplyPage = ({ form, campaignTitle, back }: ShareReplyPageProps) => {
  const { t, link } = usePage();
  return (
    <div className="wrap page narrow">
      <p className="eyebrow">
        <a href={link(`/c/${form.slug}`)}>{campaignTitle}</a>
      </p>
      <h1>{t("shareReply.title")}</h1>
      <p className="lead">{t("shareReply.lead")}</p>
      {form.pictureKey === "" ? (
        <noscript>
          <form className="find-people" method="post" action="/replies/picture" encType="multipart/form-data">
            <input type="hidden" name="back" value={back} />
            <div className="field">
              <label htmlFor="picture-first">{t("shareReply.picture")}</label>
              <input id="picture-first" className="input" type="file" name="picture" accept="image/*" required />
              <p className="hint">{t("shareReply.pictureFirst")}</p>
            </div>
            <button type="submit" className="button button-quiet">
              {t("shareReply.pictureAdd")}
            </button>
          </form>
        </noscript>
      ) : null}
      <Island name="shareReply" component={ShareReplyForm} props={{ form }} />
    </div>
  );
};

const sentWords = {
  mail: ["replySent.mailTitle", "replySent.mailText"],
  sent: ["replySent.sentTitle", "replySent.sentText"],
  confirmed: ["replySent.confirmedTitle", "replySent.sentText"],
  used: ["replySent.usedTitle", "replySent.usedText"],
} as const;

/** After the form, after the mailed link's button, and where that link is opened again later. */
export const SentPage = ({ slug, step }: { slug: string; step: keyof typeof sentWords }) => {
  const { t, link } = usePage();
  const [title, text] = sentWords[step];
  return (
    <div className="wrap page narrow">
      <h1>{t(title)}</h1>
      <p className="lead">{t(text)}</p>
      <p className="row">
        <a className="button" href={link(`/c/${slug}/replies`)}>
          {t("replySent.toWall")}
        </a>
        <a className="button button-quiet" href={link(`/c/${slug}`)}>
          {t("replySent.toCampaign")}
        </a>
      </p>
    </div>
  );
};
