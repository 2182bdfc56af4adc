import { Button } from "@mantine/core";
import { otherLocale } from "@cml/domain/kernel";
import { switchLocale } from "../i18n/init-i18n";
import { useLocale } from "../i18n/use-locale";

const names = { en: "English", fr: "Français" } as const;

/** The other language by its own name; what is typed stays. `onChange` lets the app keep the choice with the account; `tall` is for thumbs. */
export const LanguageSwitch = ({ onChange, tall = false }: { onChange?: (locale: "en" | "fr") => void; tall?: boolean }) => {
  const other = otherLocale(useLocale());
  return (
    <Button
      variant="subtle"
      color="gray"
      {...(tall ? { size: "md", mih: 56 } : { size: "compact-sm" })}
      lang={other}
      onClick={() => void switchLocale(other).then(() => onChange?.(other))}
    >
      {names[other]}
    </Button>
  );
};
