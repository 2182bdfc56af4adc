import { IconList, IconMap2, IconUser } from "@tabler/icons-react";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import classes from "./ThumbBar.module.css";

/** The three places, in the thumb's reach. List and Map belong to the turf being walked. */
export const ThumbBar = ({ assignmentId }: { assignmentId: string | null }) => {
  const { t } = useTranslation();
  const places =
    assignmentId === null
      ? [{ to: "/", label: t("app.places.list"), Icon: IconList }]
      : [
          { to: `/turf/${assignmentId}`, label: t("app.places.list"), Icon: IconList },
          { to: `/turf/${assignmentId}/map`, label: t("app.places.map"), Icon: IconMap2 },
        ];
  return (
    <nav className={classes.bar} aria-label={t("app.title")}>
      {[...places, { to: "/me", label: t("app.places.me"), Icon: IconUser }].map(({ to, label, Icon }) => (
        <Link key={to} to={to} className={classes.place} activeOptions={{ exact: true }}>
          <Icon size={24} stroke={1.75} aria-hidden="true" />
          <span>{label}</span>
        </Link>
      ))}
    </nav>
  );
};
