import { createTheme, type MantineColorsTuple, type MantineThemeOverride } from "@mantine/core";
import { componentDefaults } from "./component-defaults";
import { scaleOf } from "./organisation-colour";
import { amber, brick, night, olive, paper, spruce } from "./palette";

type Options = {
  /** "work": 14 px, for tables and forms all day (admin). "read": 16 px and larger headings, for everybody (public, canvass). */
  density?: "work" | "read";
  /** The organisation's own colour, `#rrggbb`; corrected until it can be read. */
  organisationColour?: string | null;
};

const tuple = (scale: readonly string[]) => scale as unknown as MantineColorsTuple;

/** The one theme. Red, green and yellow are ours under Mantine's names, so that nothing falls back to a stock colour. */
export const createAppTheme = ({ density = "read", organisationColour = null }: Options = {}): MantineThemeOverride => {
  const work = density === "work";
  const primary = organisationColour === null ? spruce : scaleOf(organisationColour);
  return createTheme({
    primaryColor: "spruce",
    primaryShade: { light: 7, dark: 6 },
    autoContrast: false,
    black: paper[9],
    colors: {
      spruce: tuple(primary),
      amber: tuple(amber),
      brick: tuple(brick),
      olive: tuple(olive),
      gray: tuple(paper),
      dark: tuple(night),
      red: tuple(brick),
      green: tuple(spruce),
      yellow: tuple(amber),
    },
    fontFamily: '"Inter Variable", "Inter Fallback", system-ui, sans-serif',
    fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
    fontSizes: { xs: "0.78125rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.375rem" },
    lineHeights: { xs: "1.4", sm: "1.45", md: "1.55", lg: "1.5", xl: "1.35" },
    headings: {
      fontFamily: '"Radio Canada Big Variable", "Inter Variable", system-ui, sans-serif',
      fontWeight: "600",
      textWrap: "balance",
      sizes: {
        h1: { fontSize: work ? "1.75rem" : "2.25rem", lineHeight: "1.15" },
        h2: { fontSize: work ? "1.375rem" : "1.75rem", lineHeight: "1.2" },
        h3: { fontSize: work ? "1.125rem" : "1.375rem", lineHeight: "1.3" },
        h4: { fontSize: work ? "1rem" : "1.125rem", lineHeight: "1.35" },
      },
    },
    spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
    radius: { xs: "3px", sm: "6px", md: "8px", lg: "12px", xl: "16px" },
    defaultRadius: "sm",
    shadows: {
      xs: "0 1px 1px rgb(22 32 29 / 5%)",
      sm: "0 1px 3px rgb(22 32 29 / 8%)",
      md: "0 4px 14px rgb(22 32 29 / 10%)",
      lg: "0 8px 28px rgb(22 32 29 / 14%)",
      xl: "0 16px 44px rgb(22 32 29 / 18%)",
    },
    cursorType: "pointer",
    focusRing: "auto",
    respectReducedMotion: true,
    components: componentDefaults(work),
  });
};
