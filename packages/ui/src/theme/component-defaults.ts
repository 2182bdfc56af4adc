import type { MantineThemeComponents } from "@mantine/core";

const motion = { transition: "fade", duration: 140 } as const;

/** Defaults of Mantine's parts, so that no screen repeats them. `work` is the denser setting of admin. */
export const componentDefaults = (work: boolean): MantineThemeComponents => {
  const size = work ? "sm" : "md";
  const field = { defaultProps: { size }, styles: { label: { fontWeight: 550, marginBottom: 4 }, description: { marginBottom: 6 } } };
  return {
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: work ? "lg" : "xl" } },
    Alert: { defaultProps: { variant: "light", radius: "md" } },
    Badge: {
      defaultProps: { variant: "light", radius: "sm", size: "md" },
      styles: { label: { textTransform: "none", fontWeight: 550, letterSpacing: 0 } },
    },
    Button: { defaultProps: { size }, styles: { label: { fontWeight: 550 } } },
    Card: { defaultProps: { withBorder: true, radius: "md", padding: "lg" }, styles: { root: { backgroundColor: "var(--cml-surface)" } } },
    Checkbox: { defaultProps: { size } },
    Drawer: {
      defaultProps: { position: "right", size: "md", overlayProps: { backgroundOpacity: 0.2 }, transitionProps: { duration: 160 } },
      styles: { content: { backgroundColor: "var(--mantine-color-body)" }, header: { backgroundColor: "var(--mantine-color-body)" } },
    },
    FileInput: field,
    Menu: { defaultProps: { shadow: "md", transitionProps: motion, position: "bottom-end" } },
    Modal: {
      defaultProps: { centered: true, radius: "lg", overlayProps: { backgroundOpacity: 0.35 }, transitionProps: motion },
      styles: {
        title: { fontFamily: "var(--mantine-font-family-headings)", fontWeight: 600, fontSize: "var(--mantine-font-size-lg)" },
        // The head stays while the rest scrolls: what stands first needs air below it.
        body: { paddingTop: "var(--mantine-spacing-xs)" },
      },
    },
    MultiSelect: field,
    NumberInput: field,
    Paper: { styles: { root: { backgroundColor: "var(--cml-surface)" } } },
    PasswordInput: field,
    Popover: { defaultProps: { shadow: "md", transitionProps: motion } },
    Progress: { defaultProps: { radius: "xl", size: "md" } },
    Radio: { defaultProps: { size } },
    SegmentedControl: { defaultProps: { size: work ? "xs" : "sm", radius: "sm" } },
    Select: { ...field, defaultProps: { size, allowDeselect: false, checkIconPosition: "right" } },
    Switch: { defaultProps: { size, withThumbIndicator: false } },
    Textarea: { ...field, defaultProps: { size, autosize: true, minRows: 3 } },
    TextInput: field,
    Tooltip: { defaultProps: { transitionProps: motion, openDelay: 350, withArrow: false } },
  };
};
