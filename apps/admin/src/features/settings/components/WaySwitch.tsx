import { SegmentedControl, type SegmentedControlProps } from "@mantine/core";

/** A few ways to choose from beside one another: as wide as their words, on a phone on two lines, the chosen one filled whole. */
export const WaySwitch = (props: SegmentedControlProps) => (
  <SegmentedControl
    {...props}
    style={{ alignSelf: "flex-start", width: "max-content", maxWidth: "100%" }}
    styles={{
      // By its words, not by an equal share: the longest one then stands on one line where there is room.
      control: { flex: "1 1 auto" },
      label: { display: "flex", alignItems: "center", justifyContent: "center", height: "100%", whiteSpace: "normal" },
    }}
  />
);
