import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import classes from "./ShowChoice.module.css";

type Props = { value: "todo" | "all"; onChange: (value: "todo" | "all") => void };

/** Which doors the list shows. */
export const ShowChoice = ({ value, onChange }: Props) => {
  const { t } = useTranslation();
  return (
    <div role="group" aria-label={t("app.walk.show")} className={classes.group}>
      {(["todo", "all"] as const).map((one) => (
        <UnstyledButton key={one} className={classes.choice} aria-pressed={value === one} onClick={() => onChange(one)}>
          {t(`app.walk.${one}`)}
        </UnstyledButton>
      ))}
    </div>
  );
};
