import { formatPostalCode } from "@cml/domain/kernel";
import { usePage } from "../../../shell/page-context";
import type { PanelCampaign, PanelSample } from "./panel-campaign";

type SampleChoiceProps = { samples: PanelCampaign["samples"]; onChoose?: (sample: PanelSample) => void };

/** The invented supporters a preview is tried with. Links, so that they also work before or without JavaScript. */
export const SampleChoice = ({ samples, onChoose }: SampleChoiceProps) => {
  const { t } = usePage();
  if (samples.length === 0) return null;
  return (
    <div className="samples" role="group" aria-labelledby="samples-title">
      <p id="samples-title" className="hint">
        {t("panel.preview.samples")}
      </p>
      <ul className="plain-links">
        {samples.map((sample) => (
          <li key={sample.postalCode}>
            <a
              href={`?code=${sample.postalCode}#act`}
              onClick={(event) => {
                if (onChoose === undefined) return;
                event.preventDefault();
                onChoose(sample);
              }}
            >
              {sample.name}
            </a>{" "}
            <span className="dimmed">
              {formatPostalCode(sample.postalCode)}, {t(`panel.preview.kinds.${sample.kind}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
