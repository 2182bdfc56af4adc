import { Alert, Anchor, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useSiteFormats } from "../../../session/useSite";
import { ItemFacts } from "./ItemFacts";
import { ItemSources } from "./ItemSources";
import { MarkedText } from "./MarkedText";
import { ResponseBadges } from "./ResponseBadges";
import { ResponsePicture } from "./ResponsePicture";
import classes from "./Responses.module.css";

type Props = { response: ResponseView };

/** One response, large: the words first, its picture beside them, then who sent it and what it answers. */
export const ResponseItem = memo(({ response }: Props) => {
  const { t } = useTranslation();
  const { boxes, text, comment, locale } = response;
  const hasBoxes = boxes.text.length + boxes.comment.length + boxes.picture.length > 0;
  return (
    <Stack gap="md">
      <ItemHead response={response} />
      <ItemNotes response={response} />
      <div className={classes.item} data-picture={response.originalUrl !== null || undefined}>
        <Stack gap="lg">
          <section aria-label={t("responses.item.text")}>
            {text === "" ? (
              <Text c="dimmed">{t("responses.item.noText")}</Text>
            ) : (
              <MarkedText text={text} ranges={boxes.text} lang={locale} />
            )}
          </section>
          {comment !== null && (
            <section>
              <Text size="sm" c="dimmed" mb={4}>
                {t("responses.item.comment")}
              </Text>
              <MarkedText text={comment} ranges={boxes.comment} lang={locale} className={classes.comment} />
            </section>
          )}
          {hasBoxes && (
            <Text size="sm" c="dimmed">
              {t("responses.item.boxedHint")}
            </Text>
          )}
          <OfficeReply response={response} />
          <ItemFacts response={response} />
          <ItemSources response={response} />
        </Stack>
        <ResponsePicture response={response} asOnWall={false} />
      </div>
    </Stack>
  );
});
ResponseItem.displayName = "ResponseItem";

/** Whose reply it is. */
export const ItemHead = ({ response }: Props) => {
  const { t } = useTranslation();
  const { representativeName, representativeTitle, level, partyName, campaignId, campaignTitle } = response;
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div style={{ minWidth: 0, flex: "1 1 260px" }}>
        <Title order={2} fz={24} style={{ overflowWrap: "anywhere" }}>
          {representativeName}
        </Title>
        <Text size="sm">{[representativeTitle, t(`influence:levels.${level}`), partyName].filter(Boolean).join(" · ")}</Text>
        <Anchor component={Link} to={`/campaigns/${campaignId}`} search={{ tab: "replies" } as never} size="sm">
          {campaignTitle}
        </Anchor>
      </div>
      <ResponseBadges response={response} />
    </Group>
  );
};

/** What makes it another thing than most, and what was decided about it. */
const ItemNotes = ({ response }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { officeAnswerId, disputedAt, disputeReason, proofSeen, moderatedAt, moderatedByName, status, rejectReason } = response;
  // A report of the office came after the decision and undid it: nobody here rejected anything.
  const said = { status: t(`responses.statuses.${status}`), at: moderatedAt === null ? "" : formats.dateTime(moderatedAt) };
  return (
    <>
      {officeAnswerId !== null && (
        <Alert color="spruce" title={t("responses.item.officeAnswer")}>
          {t("responses.item.officeAnswerHint")}
        </Alert>
      )}
      {disputedAt !== null && (
        <Alert color="brick" title={t("responses.disputed")}>
          <Text size="sm">{t("responses.item.disputedAt", { at: formats.dateTime(disputedAt) })}</Text>
          {disputeReason !== null && disputeReason !== "" && (
            <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {t("responses.item.disputeReason", { reason: disputeReason })}
            </Text>
          )}
          {proofSeen === null && <Text size="sm">{t("responses.item.needsProof")}</Text>}
        </Alert>
      )}
      {status !== "PENDING" && moderatedAt !== null && !(disputedAt !== null && disputedAt > moderatedAt) && (
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {moderatedByName === null ? t("responses.item.decided", said) : t("responses.item.decidedBy", { ...said, name: moderatedByName })}
          {rejectReason !== null && `. ${t("responses.item.reasonGiven", { reason: rejectReason })}`}
        </Text>
      )}
    </>
  );
};

/** The one public reply of the office, which is read before it is shown. */
const OfficeReply = ({ response: { officeReply, locale } }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (officeReply === null) return null;
  return (
    <Paper withBorder radius="md" p="md" component="section" aria-label={t("responses.item.officeReply")}>
      <Text fw={600}>{t("responses.item.officeReply")}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t(`responses.item.officeReplyStates.${officeReply.status}`)} · {formats.dateTime(officeReply.at)}
      </Text>
      <p className={classes.text} lang={locale}>
        {officeReply.text}
      </p>
      {officeReply.status === "PENDING" && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("responses.item.officeReplyHint")}
        </Text>
      )}
    </Paper>
  );
};
