import { usePage } from "../../../shell/page-context";
import type { PanelCampaign } from "./panel-campaign";

/** Under every step: who runs this and what is kept, for how long. */
export const PanelFoot = ({ campaign }: { campaign: Pick<PanelCampaign, "askStreet" | "collectUserInfo" | "methods"> }) => {
  const { t, organization } = usePage();
  return (
    <footer className="panel-foot">
      <p>{t("panel.runBy", { organization })}</p>
      <details>
        <summary>{t("panel.kept")}</summary>
        <p>{t("panel.keptText", { organization })}</p>
        {campaign.askStreet ? <p>{t("panel.keptStreet")}</p> : null}
        {campaign.collectUserInfo && campaign.methods.length > 1 ? <p>{t("panel.keptUnfinished")}</p> : null}
        <p>{t("panel.keptErase")}</p>
      </details>
    </footer>
  );
};
