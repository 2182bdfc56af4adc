import { MantineThemeProvider } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { type ReactNode, useMemo } from "react";

/** The small cross of drawers, dialogs and notices is a picture only: read aloud it says what it does. */
export const CloseLabels = ({ children }: { children: ReactNode }) => {
  const { t } = useTranslation();
  const label = t("actions.close");
  const theme = useMemo(() => ({ components: { CloseButton: { defaultProps: { "aria-label": label } } } }), [label]);
  return <MantineThemeProvider theme={theme}>{children}</MantineThemeProvider>;
};
