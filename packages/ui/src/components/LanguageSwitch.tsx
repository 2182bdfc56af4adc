import { Button } from "@mantine/core";
import { otherLocale } from "@cml/domain/kernel";
import { switchLocale } from "../i18n/init-i18n";
import { useLocale } from "../i18n/use-locale";

const names = { en: "English", fr: "Français" } as const;

/** The other language by its own name; what is typed stays. `onChange` lets the app keep the choice with the account. */
export const LanguageSwitch = ({ onChange }: { onChange?: (locale: "en" | "fr") => void }) => {
  const other = otherLocale(useLocale());
  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      lang={other}
      onClick={() => void switchLocale(other).then(() => onChange?.(other))}
    >
      {names[other]}
    </Button>
  );
};
