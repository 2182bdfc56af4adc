import { Anchor } from "@mantine/core";
import type { ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Responses.module.css";

/** Who sent it in, when and how it came, and what is known of its office. */
export const ItemFacts = ({ response }: { response: ResponseView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { submittedByName, submittedByEmail, daysToReply, repliedOn } = response;
  const sender = [submittedByName, submittedByEmail].filter(Boolean).join(" · ");
  const who = response.byStaff ? t("responses.item.staff") : t(response.isAnonymous ? "responses.item.anonymous" : "responses.item.named");
  const days = daysToReply === null ? null : t("responses.item.days", { count: daysToReply });
  return (
    <dl className={classes.facts}>
      {response.officeAnswerId === null && (
        <Fact name={t("responses.item.sender")}>
          {sender !== "" && `${sender}. `}
          {who}
          {response.isSignedIn && !response.byStaff && ` (${t("responses.item.account")})`}
        </Fact>
      )}
      <Fact name={t("responses.item.sentAt")}>{formats.dateTime(response.createdAt)}</Fact>
      {repliedOn !== null && <Fact name={t("responses.item.repliedOn")}>{[formats.day(repliedOn), days].filter(Boolean).join(", ")}</Fact>}
      <Fact name={t("responses.item.came")}>{t(`responses.types.${response.type}`)}</Fact>
      <Fact name={t("responses.item.language")}>{t(`responses.item.languages.${response.locale}`)}</Fact>
      <Fact name={t("responses.item.askOffice")}>
        <OfficeFact response={response} />
      </Fact>
      {response.upvotes > 0 && (
        <Fact name={t("responses.item.upvotes")}>
          <Upvotes response={response} />
        </Fact>
      )}
    </dl>
  );
};

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const OfficeFact = ({ response }: { response: ResponseView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { confirmedByOffice, verificationSentAt, askOffice, representativeEmail } = response;
  if (confirmedByOffice !== null) return t("responses.item.confirmedAt", { at: formats.dateTime(confirmedByOffice.at) });
  if (verificationSentAt !== null) return t("responses.item.asked", { at: formats.dateTime(verificationSentAt) });
  if (representativeEmail === null) return t("responses.item.noEmail");
  return t(askOffice ? "responses.item.willAsk" : "responses.item.notAsked");
};

const Upvotes = ({ response: { id, campaignId, upvotes } }: { response: ResponseView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const odd = api.influence.responses.oddUpvotes.useQuery({ responseIds: [id] }, { staleTime: 60_000 });
  const most = odd.data?.find(({ responseId }) => responseId === id)?.fromOneAddress;
  return (
    <>
      {formats.number(upvotes)}
      {most !== undefined && (
        <>
          {" ("}
          <Anchor component={Link} to="/responses" search={{ view: "upvotes", campaign: campaignId } as never} inherit>
            {t("responses.item.odd", { count: most })}
          </Anchor>
          )
        </>
      )}
    </>
  );
};
