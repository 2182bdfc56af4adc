import type { SendingOverview } from "@cml/domain/influence";
import { StatTile } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { useSiteFormats } from "../../../session/useSite";

const hourMs = 3_600_000;
const soonHours = 48;

/** Time left until letters of a campaign no longer count. */
export const Deadline = ({ overview, named = false }: { overview: SendingOverview | undefined; named?: boolean }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const deadline = overview?.deadline ?? null;
  if (deadline === null)
    return (
      <StatTile label={t("sending.strip.deadline")} value="–" note={t("sending.strip.noDeadline")} isLoading={overview === undefined} />
    );
  const hours = Math.max(0, Math.floor((deadline.at.getTime() - Date.now()) / hourMs));
  const value = hours < soonHours ? t("sending.strip.hours", { count: hours }) : t("sending.strip.days", { count: Math.floor(hours / 24) });
  const note = named ? t("sending.strip.deadlineOf", { title: deadline.title, count: deadline.waiting }) : formats.dateTime(deadline.at);
  const tone = hours < soonHours && deadline.waiting > 0 ? "attention" : "plain";
  return <StatTile label={t("sending.strip.deadline")} value={value} note={note} tone={tone} />;
};
