import { Island } from "../../../islands/Island";
import { usePage } from "../../../shell/page-context";
import { Cover } from "../components/Cover";
import { LetterPaper } from "../components/LetterPaper";
import { ShareButtons } from "../components/ShareButtons";
import { LetterPanel } from "../letter-panel/LetterPanel";
import type { CampaignView } from "../model/campaign-view";
import { letterWords, readable } from "../model/letter-words";
import { paragraphsOf } from "../model/paragraphs";

type CampaignPageProps = { campaign: CampaignView; address: string; embeddedMail: boolean };

export const CampaignPage = ({ campaign, address, embeddedMail }: CampaignPageProps) => {
  const { t, organization } = usePage();
  const open = campaign.state === "open";
  return (
    <div className="wrap campaign">
      <article className="campaign-article">
        <Cover url={campaign.coverUrl} title={campaign.title} eager />
        <p className="eyebrow">{t("campaign.runBy", { organization })}</p>
        <h1>{campaign.title}</h1>
        {campaign.callToAction === "" ? null : <p className="lead">{campaign.callToAction}</p>}
        <Counters campaign={campaign} />
        <section aria-labelledby="why">
          <h2 id="why">{t("campaign.why")}</h2>
          {paragraphsOf(campaign.description).map((text) => (
            <p key={text} className="prose">
              {text}
            </p>
          ))}
        </section>
        <WhoGetsIt campaign={campaign} />
        <section aria-labelledby="the-letter">
          <h2 id="the-letter">{t("campaign.letterTitle")}</h2>
          <p className="dimmed">{campaign.allowEditing ? t("campaign.letterEditable") : t("campaign.letterFixed")}</p>
          <LetterPaper
            to={
              campaign.namedRecipients.length > 0
                ? campaign.namedRecipients.map(({ name }) => name).join(", ")
                : campaign.levels.map((level) => t(`levels.${level}`)).join(", ")
            }
            subject={readable(campaign.letter.subject, { CAMPAIGN_TITLE: campaign.title }, letterWords(t))}
            body={readable(campaign.letter.body, { CAMPAIGN_TITLE: campaign.title }, letterWords(t))}
            signature={t("panel.letter.signature")}
          />
        </section>
      </article>
      <aside id="act" className="campaign-aside" aria-label={t("panel.title")}>
        {open ? (
          <>
            <noscript>
              <div className="notice">
                <p className="notice-title">{t("campaign.noScriptTitle")}</p>
                <p>{t("campaign.noScript")}</p>
              </div>
            </noscript>
            <Island name="letter" component={LetterPanel} props={{ campaign: panelCampaign(campaign), address, embeddedMail }} />
          </>
        ) : (
          <Closed campaign={campaign} address={address} />
        )}
      </aside>
      {open ? (
        <a className="button button-large bottom-button" href="#act" data-bottom-button>
          {t("campaign.toPanel")}
        </a>
      ) : null}
    </div>
  );
};

/** Only what the panel acts on: the article's words are on the page already and need not travel twice. */
const panelCampaign = ({
  slug,
  title,
  levels,
  namedRecipients,
  letter,
  allowSend,
  allowMailto,
  allowEditing,
  verifySender,
}: CampaignView) => ({
  slug,
  title,
  levels,
  namedRecipients,
  letter,
  allowSend,
  allowMailto,
  allowEditing,
  verifySender,
});

const Counters = ({ campaign: { letterCount, callCount } }: { campaign: CampaignView }) => {
  const { t, locale } = usePage();
  const digits = new Intl.NumberFormat(locale === "fr" ? "fr-CA" : "en-CA");
  const shown = [
    ...(letterCount !== null && letterCount > 0 ? [{ key: "campaign.counterLetters" as const, count: letterCount }] : []),
    ...(callCount !== null && callCount > 0 ? [{ key: "campaign.counterCalls" as const, count: callCount }] : []),
  ];
  if (shown.length === 0) return null;
  return (
    <p className="counters">
      {shown.map(({ key, count }) => (
        <span key={key}>
          <strong className="tabular">{digits.format(count)}</strong> {t(key, { count })}
        </span>
      ))}
    </p>
  );
};

const WhoGetsIt = ({ campaign }: { campaign: CampaignView }) => {
  const { t } = usePage();
  return (
    <section aria-labelledby="who">
      <h2 id="who">{t("campaign.whoGets")}</h2>
      {campaign.levels.length === 0 ? null : (
        <>
          <p className="prose">{t("campaign.whoGetsIntro")}</p>
          <ul className="levels">
            {campaign.levels.map((level) => (
              <li key={level}>{t(`levels.${level}`)}</li>
            ))}
          </ul>
        </>
      )}
      {campaign.namedRecipients.length === 0 ? null : (
        <ul className="levels">
          {campaign.namedRecipients.map(({ name, title }) => (
            <li key={name}>
              {name}
              {title === "" ? null : <span className="dimmed">, {title}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Closed = ({ campaign, address }: { campaign: CampaignView; address: string }) => {
  const { t, link } = usePage();
  const paused = campaign.state === "paused";
  return (
    <div className="panel">
      <h2>{paused ? t("campaign.paused.title") : t("campaign.ended.title")}</h2>
      <p>{paused ? t("campaign.paused.text") : t("campaign.ended.text")}</p>
      <a className="button" href={link("/campaigns")}>
        {t("campaign.nextThing")}
      </a>
      <Island name="share" component={ShareButtons} props={{ address, title: campaign.title }} />
    </div>
  );
};
