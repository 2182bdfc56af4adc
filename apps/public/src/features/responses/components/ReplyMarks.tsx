import type { WallResponse } from "@cml/domain/influence";
import { CheckIcon, EyeIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";
import { fullDate } from "../../../texts/dates";

type Marked = Pick<WallResponse, "confirmedByOffice" | "proofSeen" | "isOffice">;

/** Two marks that are never mixed: what the office itself said, and what we saw. Each with its words and its date. */
export const ReplyMarks = ({ reply: { confirmedByOffice, proofSeen, isOffice } }: { reply: Marked }) => {
  const { t, locale, timeZone } = usePage();
  if (confirmedByOffice === null && proofSeen === null) return isOffice ? null : <p className="mark-none">{t("wall.noMark")}</p>;
  const on = (at: Date) => fullDate(locale, at, timeZone);
  return (
    <ul className="marks">
      {confirmedByOffice === null ? null : (
        <li className="mark-office" title={t("wall.confirmedHint", { date: on(confirmedByOffice.at) })}>
          <CheckIcon size={18} />
          {t("wall.confirmedMark")}
        </li>
      )}
      {proofSeen === null ? null : (
        <li className="mark-proof" title={t("wall.proofHint", { date: on(proofSeen.at) })}>
          <EyeIcon size={18} />
          {t("wall.proofMark")}
        </li>
      )}
    </ul>
  );
};

/** The same in full sentences, once for the page. */
export const MarksMeaning = () => {
  const { t } = usePage();
  return (
    <details className="marks-meaning">
      <summary>{t("wall.marksTitle")}</summary>
      <ul>
        <li>
          <strong>
            <CheckIcon size={18} /> {t("wall.confirmedMark")}
          </strong>
          {" — "}
          {t("wall.marksConfirmed")}
        </li>
        <li>
          <strong>
            <EyeIcon size={18} /> {t("wall.proofMark")}
          </strong>
          {" — "}
          {t("wall.marksProof")}
        </li>
        <li>{t("wall.marksNone")}</li>
        <li>{t("wall.marksBoxes")}</li>
      </ul>
    </details>
  );
};
