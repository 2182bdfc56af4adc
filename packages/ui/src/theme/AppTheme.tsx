import { MantineProvider } from "@mantine/core";
import { type ReactNode, useMemo } from "react";
import { createAppTheme } from "./create-app-theme";
import { cssVariables } from "./css-variables";
import { readStyleNonce } from "./style-nonce";

type Props = {
  children: ReactNode;
  density?: "work" | "read";
  organisationColour?: string | null;
  /** Server rendering has no document to read the nonce from. */
  nonce?: string;
};

/** Our theme around an app: follows the system's light or dark until the person chooses. */
export const AppTheme = ({ children, density = "read", organisationColour = null, nonce }: Props) => {
  const theme = useMemo(() => createAppTheme({ density, organisationColour }), [density, organisationColour]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce ?? readStyleNonce()}
    >
      {children}
    </MantineProvider>
  );
};
