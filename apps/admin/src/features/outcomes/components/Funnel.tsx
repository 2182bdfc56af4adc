import { Text } from "@mantine/core";
import { type ReplyStatistics, replyShare } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";
import classes from "./Outcomes.module.css";

/** From letters handed over to letters with a reply, each as long as its share. */
export const Funnel = ({ total }: { total: ReplyStatistics["total"] }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { handedOver, returned, replies } = total;
  const share = replyShare(total);
  const steps = [
    { key: "handedOver", count: handedOver, tone: "soft", note: null },
    { key: "returned", count: returned, tone: "back", note: handedOver === 0 ? null : formats.percent(returned / handedOver) },
    {
      key: "replies",
      count: replies,
      tone: "full",
      note: share === null ? null : t("outcomes.shareOfArrived", { share: formats.percent(share) }),
    },
  ] as const;
  return (
    <dl className={classes.funnel}>
      {steps.map(({ key, count, tone, note }) => (
        <div key={key} className={classes.step}>
          <dt>{t(`outcomes.funnel.${key}`)}</dt>
          <dd>
            <span
              className={classes.fill}
              data-tone={tone}
              aria-hidden="true"
              style={{ width: `${handedOver === 0 ? 0 : (count / handedOver) * 62}%` }}
            />
            <span className={classes.figure}>{formats.number(count)}</span>
            {note !== null && (
              <Text component="span" size="sm" c="dimmed">
                {note}
              </Text>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};
