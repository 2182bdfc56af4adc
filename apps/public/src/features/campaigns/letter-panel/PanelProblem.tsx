import { Problem } from "../../../shell/Field";
import type { PanelCampaign } from "./panel-campaign";

/** Why it did not go on. What a preview cannot do is a note, no alarm. */
export const PanelProblem = ({ campaign: { isPreview }, text }: { campaign: Pick<PanelCampaign, "isPreview">; text: string | null }) =>
  isPreview && text !== null ? (
    <p className="notice" role="status">
      {text}
    </p>
  ) : (
    <Problem text={text} />
  );
