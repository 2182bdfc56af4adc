import { Text } from "@mantine/core";
import type { ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Responses.module.css";

/** What the reply answers, and the mail it was taken from, to hold it against. */
export const ItemSources = ({ response: { id, letterId, inboundMessageId } }: { response: ResponseView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const hasSources = letterId !== null || inboundMessageId !== null;
  const query = api.influence.responses.get.useQuery({ id }, { enabled: hasSources, staleTime: 60_000 });
  if (!hasSources)
    return (
      <Text size="sm" c="dimmed">
        {t("responses.item.noLetter")}
      </Text>
    );
  const { letter = null, mail = null } = query.data ?? {};
  return (
    <div>
      {mail !== null && (
        <>
          <Text size="sm" c="dimmed">
            {t("responses.item.mailHint", { from: mail.fromEmail ?? "?" })}
          </Text>
          <details className={classes.more}>
            <summary>
              {t("responses.item.mail")}, {formats.dateTime(mail.receivedAt)}
            </summary>
            <div className={classes.quoted} tabIndex={0}>
              {mail.text ?? t("inbound.gone")}
            </div>
          </details>
        </>
      )}
      {letter !== null && (
        <details className={classes.more}>
          <summary>
            {t("responses.item.letter")}
            {letter.sentAt !== null && `, ${t("responses.item.letterLeft", { at: formats.date(letter.sentAt) })}`}
          </summary>
          <div className={classes.quoted} tabIndex={0}>
            <strong>{letter.subject}</strong>
            {`\n\n${letter.message}`}
          </div>
        </details>
      )}
    </div>
  );
};
