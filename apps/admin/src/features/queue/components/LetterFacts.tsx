import { Title } from "@mantine/core";
import type { LetterDetail } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Queue.module.css";

/** Who wrote it, where she came from, and what the server said. */
export const LetterFacts = ({ letter }: { letter: LetterDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const facts: [string, string | null][] = [
    [t("sending.from"), [letter.userName, letter.userEmail, letter.userPostalCode].filter(Boolean).join(" · ") || t("letters.anonymous")],
    [t("sending.methodLabel"), t(`sending.methods.${letter.emailMethod}`)],
    [t("sending.source"), letter.source],
    [t("sending.edited"), letter.editedShare === null ? null : `${formats.number(Math.round(letter.editedShare * 100))} %`],
    [t("sending.attempts"), letter.attempts === 0 ? null : formats.number(letter.attempts)],
    [t("sending.nextAttempt"), letter.status === "QUEUED" && letter.nextAttemptAt !== null ? formats.dateTime(letter.nextAttemptAt) : null],
    [t("sending.serverWords"), letter.smtpResponse],
    [t("sending.messageId"), letter.messageId],
  ];
  return (
    <section>
      <Title order={3} fz="sm" mb="sm">
        {t("sending.details")}
      </Title>
      <dl className={classes.facts}>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name} style={{ display: "contents" }}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </section>
  );
};
