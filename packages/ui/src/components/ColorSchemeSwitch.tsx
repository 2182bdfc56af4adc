import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { IconMoon, IconSun } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

export const ColorSchemeSwitch = () => {
  const { t } = useTranslation("kernel");
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const label = t(dark ? "ui.scheme.toLight" : "ui.scheme.toDark");
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => setColorScheme(dark ? "light" : "dark")}>
        {dark ? <IconSun size={19} stroke={1.75} /> : <IconMoon size={19} stroke={1.75} />}
      </ActionIcon>
    </Tooltip>
  );
};
