import { Tabs } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";

/** The tabs of a page in one row; where they do not fit it scrolls, and the open one is in view. */
export const TabRow = ({ current, children }: { current: string | null; children: ReactNode }) => {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-selected="true"]');
    if (row.current && tab) row.current.scrollLeft = tab.offsetLeft - (row.current.clientWidth - tab.clientWidth) / 2;
  }, [current]);
  return (
    <Tabs.List
      ref={row}
      mb="lg"
      pos="relative"
      // The library's own line below the tabs scrolls away with them.
      style={{ flexWrap: "nowrap", overflowX: "auto", boxShadow: "inset 0 -2px 0 var(--tab-border-color)" }}
    >
      {children}
    </Tabs.List>
  );
};
