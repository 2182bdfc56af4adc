import { Drawer } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import classes from "./Sheet.module.css";

type Props = { title: string | null; onClose: () => void; children: ReactNode };

/** What comes up from the thumb's side; open while it has a title. */
export const Sheet = ({ title, onClose, children }: Props) => {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={title !== null}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={title}
      classNames={{ content: classes.content, header: classes.header, title: classes.title, body: classes.body }}
      closeButtonProps={{ size: 56, iconSize: 30, "aria-label": t("app.day.close") }}
    >
      {children}
    </Drawer>
  );
};
