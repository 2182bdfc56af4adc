import type { OfficeDoor, WayIn } from "@cml/domain/influence";
import { Problem } from "../../../shell/Field";
import { LetterIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";

type DoorProps = { door: OfficeDoor; action: string; mailed: boolean; problem: string | null };

/** Where the link of a letter leads: whose page this is, and the way in by mail to the office's own address. */
export const DoorPage = ({ door, action, mailed, problem }: DoorProps) => {
  const { t, link, organization } = usePage();
  return (
    <div className="wrap page narrow office">
      <p className="eyebrow">
        <a href={link(`/c/${door.campaignSlug}`)}>{door.campaignTitle}</a>
      </p>
      <h1>{t("officePage.title", { name: door.officeName })}</h1>
      <p className="lead">{t("officePage.doorLead", { organization })}</p>
      <ul className="office-offers">
        <li>{t("officePage.offerCount")}</li>
        <li>{t("officePage.offerAnswer")}</li>
        <li>{t("officePage.offerDigest")}</li>
      </ul>
      <Problem text={problem} />
      {mailed ? (
        <p className="notice" role="status">
          {t("officePage.mailed", { mailbox: door.mailbox })}
        </p>
      ) : null}
      <p>{t("officePage.doorHow", { mailbox: door.mailbox })}</p>
      <form method="post" action={action}>
        <input type="hidden" name="do" value="way-in" />
        <button type="submit" className={mailed ? "button button-quiet" : "button button-large"}>
          <LetterIcon />
          {t(mailed ? "officePage.mailAgain" : "officePage.mailWayIn")}
        </button>
      </form>
      <p className="hint">{t("officePage.doorWhy")}</p>
    </div>
  );
};

/** A mailed way in: one button; opening the page uses nothing up. */
export const WayInPage = ({ wayIn, action }: { wayIn: WayIn; action: string }) => {
  const { t } = usePage();
  return (
    <div className="wrap page narrow office">
      <p className="eyebrow">{wayIn.campaignTitle}</p>
      <h1>{t("officePage.title", { name: wayIn.officeName })}</h1>
      <p className="lead">{t("officePage.wayInLead")}</p>
      <form method="post" action={action}>
        <button type="submit" className="button button-large">
          {t("officePage.enter")}
        </button>
      </form>
      <p className="hint">{t("officePage.wayInHint")}</p>
    </div>
  );
};

/** A way in that was used or is over; `again` asks for another. */
export const WayInOverPage = ({ again }: { again: string }) => {
  const { t } = usePage();
  return (
    <div className="wrap page narrow office">
      <h1>{t("officePage.wayInOverTitle")}</h1>
      <p className="lead">{t("officePage.wayInOverText")}</p>
      <a className="button" href={again}>
        {t("officePage.wayInAgain")}
      </a>
    </div>
  );
};
