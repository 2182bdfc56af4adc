import type { Target } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import { CopyButton } from "../components/CopyButton";
import { letterWords, readable } from "../model/letter-words";
import type { PanelCampaign } from "./panel-campaign";
import { personValues } from "./letter-values";
import { PhoneLink } from "./PhoneLink";

/** How to reach somebody whose office has no e-mail address: telephone, contact form with the text to copy, post. */
export const OtherWays = ({ target, campaign }: { target: Target; campaign: Pick<PanelCampaign, "title" | "letter"> }) => {
  const { t } = usePage();
  const { offices, contactUrl, url } = target;
  const numbers = [...new Set(offices.map(({ tel }) => tel.trim()).filter((tel) => tel !== ""))].slice(0, 2);
  const postal = offices.map((office) => office.postal.trim()).find((address) => address !== "");
  const page = contactUrl ?? url;
  const text = readable(campaign.letter.body, { CAMPAIGN_TITLE: campaign.title, ...personValues(target) }, letterWords(t));
  return (
    <div className="other-ways">
      {numbers.map((tel) => (
        <PhoneLink key={tel} tel={tel} />
      ))}
      {page === null ? null : (
        <p className="row">
          <CopyButton text={text} label={t("panel.people.copyText")} />
          <a className="button button-quiet" href={page} target="_blank" rel="noreferrer">
            {contactUrl === null ? t("panel.people.theirPage") : t("panel.people.contactForm")}
          </a>
        </p>
      )}
      {postal === undefined ? null : (
        <details>
          <summary>{t("panel.people.byPost")}</summary>
          <address>{postal}</address>
        </details>
      )}
    </div>
  );
};
