import type { Db } from "@cml/db";
import { findOfficeByEmail, type StoredChange } from "@cml/db/influence";
import type { Campaign, RepresentativeResponse, ResponseChangeKind } from "@cml/domain/influence";
import { localized } from "@cml/domain/kernel";
import type { Deps } from "../../deps";
import { queueTemplateMail } from "../../platform/queue-template-mail";
import { officeLinkOf } from "../offices/office-link";
import { undoneIn } from "./undo-responses";

const aboutReply: ReadonlySet<ResponseChangeKind> = new Set(["OFFICE_REPLIED", "OFFICE_REPLY_APPROVED", "OFFICE_REPLY_REJECTED"]);

export const isAboutOfficeReply = ({ kind }: Pick<StoredChange, "kind">): boolean => aboutReply.has(kind);

type Settled = { response: RepresentativeResponse; campaign: Campaign; history: readonly StoredChange[]; change: StoredChange };

/** An office reads on its page that its reply is shown; that it is refused, and why, it is told by mail. Nothing where it wrote another one meanwhile. */
export const settleOfficeReply = async (deps: Deps, db: Db, { response, campaign, history, change }: Settled): Promise<void> => {
  const undone = undoneIn(history);
  const latest = history.findLast((one) => isAboutOfficeReply(one) && !undone.has(one.id));
  const email = history.findLast(({ kind }) => kind === "OFFICE_REPLIED")?.byOffice ?? null;
  if (latest?.id !== change.id || change.kind !== "OFFICE_REPLY_REJECTED" || email === null) return;
  const office = await findOfficeByEmail(db, { campaignId: campaign.id, email });
  if (office === null) return;
  const { locale } = office;
  await queueTemplateMail(deps, db, {
    templateKey: "office-reply-rejected",
    locale,
    to: { name: office.name, address: email },
    variables: {
      RECIPIENT_NAME: response.representativeName,
      CAMPAIGN_TITLE: localized(campaign, "title", locale),
      MESSAGE: response.officeReply ?? "",
      REASON: change.note ?? "",
      OFFICE_URL: await officeLinkOf(deps, office.id, locale),
    },
    onceKey: `response-decision:${change.id}`,
  });
};
