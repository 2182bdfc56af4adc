import { Button, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconMoon, IconSun } from "@tabler/icons-react";

/** Light for the sun, dark after it. */
export const Appearance = () => {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  return (
    <Button
      variant="default"
      mih={56}
      leftSection={dark ? <IconSun size={20} /> : <IconMoon size={20} />}
      onClick={() => setColorScheme(dark ? "light" : "dark")}
    >
      {t(dark ? "kernel:ui.scheme.toLight" : "kernel:ui.scheme.toDark")}
    </Button>
  );
};
