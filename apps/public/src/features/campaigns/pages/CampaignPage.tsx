import type { PositionCounts } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import { Cover } from "../components/Cover";
import { LetterPaper } from "../../../shell/LetterPaper";
import { isPhoneDay } from "../letter-panel/panel-steps";
import type { CampaignView, FixedPeople } from "../model/campaign-view";
import { letterWords, readable } from "../model/letter-words";
import { paragraphsOf } from "../../../shell/paragraphs";
import { ActionPanel } from "../panel/ActionPanel";
import type { PlainForm } from "../panel/plain-form";
import { Closed } from "../sections/Closed";
import { Decision } from "../sections/Decision";
import { Replies } from "../sections/Replies";
import { Totals } from "../sections/Totals";
import { WhoGetsIt } from "../sections/WhoGetsIt";

export type CampaignPageProps = {
  campaign: CampaignView;
  people: FixedPeople;
  /** How the people the campaign writes to stand; null while nothing is known. */
  votes: PositionCounts | null;
  address: string;
  embeddedMail: boolean;
  /** What a browser without JavaScript has told so far; null while the panel begins. */
  plain: PlainForm | null;
};

export const CampaignPage = ({ campaign, people, votes, address, embeddedMail, plain }: CampaignPageProps) => {
  const { t, organization } = usePage();
  const open = campaign.state === "open";
  const phoneDay = isPhoneDay(campaign);
  const head = (
    <>
      <Cover url={campaign.coverUrl} title={campaign.title} eager />
      <p className="eyebrow">
        {campaign.highlighted ? <span className="tag">{t("campaigns.highlighted")}</span> : null}
        {t("campaign.runBy", { organization })}
      </p>
      <h1>{campaign.title}</h1>
      {campaign.callToAction === "" ? null : <p className="lead">{campaign.callToAction}</p>}
    </>
  );
  const story = (
    <>
      <Decision campaign={campaign} />
      {campaign.description.trim() === "" ? null : (
        <section aria-labelledby="why">
          <h2 id="why">{t("campaign.why")}</h2>
          {paragraphsOf(campaign.description).map((text) => (
            <p key={text} className="prose">
              {text}
            </p>
          ))}
        </section>
      )}
      <WhoGetsIt campaign={campaign} people={people} votes={votes} />
      {phoneDay ? null : <TheLetter campaign={campaign} people={people} />}
      <Replies campaign={campaign} />
    </>
  );
  const label = t(phoneDay ? "calls.title" : "panel.title");
  return (
    <>
      {campaign.isPreview ? (
        <p className="ribbon" role="note">
          {t(campaign.isPublished ? "campaign.previewUnsaved" : "campaign.preview")}
        </p>
      ) : null}
      {open ? (
        <div className="wrap campaign">
          <article className="campaign-article">
            {head}
            <Totals campaign={campaign} />
            {story}
          </article>
          <aside id="act" className="campaign-aside" aria-label={label}>
            <ActionPanel campaign={campaign} people={people} address={address} embeddedMail={embeddedMail} plain={plain} />
          </aside>
          {plain === null ? (
            <a className="button button-large bottom-button" href="#act" data-bottom-button>
              {t(phoneDay ? "campaign.toCalls" : "campaign.toPanel")}
            </a>
          ) : null}
        </div>
      ) : (
        // Once it is over, how it ended is what people come for: it stands right below the title, before the story.
        <div className="wrap campaign campaign-over">
          <header className="campaign-article">{head}</header>
          <aside id="act" className="campaign-aside" aria-label={t("campaign.howItStands")}>
            <Closed campaign={campaign} address={address} />
          </aside>
          <article className="campaign-article">{story}</article>
        </div>
      )}
    </>
  );
};

const TheLetter = ({ campaign, people }: { campaign: CampaignView; people: FixedPeople }) => {
  const { t } = usePage();
  const names = (people?.targets ?? []).slice(0, 3).map(({ name }) => name);
  const words = letterWords(t);
  const open = campaign.state === "open";
  const known = { CAMPAIGN_TITLE: campaign.title, ...(campaign.personalPrompt === "" ? { PERSONAL: "" } : {}) };
  return (
    <section aria-labelledby="the-letter">
      <h2 id="the-letter">{t("campaign.letterTitle")}</h2>
      {open ? <p className="dimmed">{campaign.allowEditing ? t("campaign.letterEditable") : t("campaign.letterFixed")}</p> : null}
      <LetterPaper
        to={names.length > 0 ? names.join(", ") : campaign.levels.map((level) => t(`levels.${level}`)).join(", ")}
        subject={readable(campaign.letter.subject, known, words)}
        body={readable(campaign.letter.body, known, words)}
        signature={t("panel.letter.signature")}
      />
      {open ? (
        <p className="hint">{campaign.methods.map((method, at) => t(`campaign.${at === 0 ? "firstWay" : "ways"}.${method}`)).join(" ")}</p>
      ) : null}
    </section>
  );
};
