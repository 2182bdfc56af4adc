import { ActionIcon, Title } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import { useTranslation } from "@cml/ui/i18n";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./Screen.module.css";
import { SyncPill } from "./SyncPill";
import { ThumbBar } from "./ThumbBar";

type Props = {
  title: string;
  under?: ReactNode;
  back?: boolean;
  assignmentId?: string | null;
  children: ReactNode;
  tools?: ReactNode;
  /** What the thumb does most here; stands above the three places. */
  action?: ReactNode;
  /** The content takes exactly what the head and the foot leave (a map). */
  fill?: boolean;
};

/** The frame of every screen: where I am, whether everything is safe, and the three places. */
export const Screen = ({ title, under, back = false, assignmentId = null, children, tools, action, fill = false }: Props) => {
  const { t } = useTranslation("kernel");
  return (
    <div className={classes.screen} data-fill={fill || undefined}>
      <header className={classes.head}>
        <div className={classes.where}>
          {back && (
            <ActionIcon component={Link} to="/" size={56} ml={-16} aria-label={t("ui.back")}>
              <IconChevronLeft size={28} />
            </ActionIcon>
          )}
          <Title order={1} size="h3" className={classes.title}>
            {title}
          </Title>
          <SyncPill />
        </div>
        {under !== undefined && <div className={classes.under}>{under}</div>}
        {tools}
      </header>
      <main className={classes.content}>{children}</main>
      <footer className={classes.foot}>
        {action !== undefined && <div className={classes.action}>{action}</div>}
        <ThumbBar assignmentId={assignmentId} />
      </footer>
    </div>
  );
};
