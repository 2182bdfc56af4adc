import { Checkbox, Group } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Choosing.module.css";

type ChooseRowProps = { label: string; checked: boolean; onToggle: () => void };

/** The box that chooses a row: a thumb hits the whole corner of the card, while the row itself opens what it is about. */
export const ChooseRow = ({ label, checked, onToggle }: ChooseRowProps) => (
  <label className={classes.box} onClick={(event) => event.stopPropagation()}>
    <Checkbox size="xs" checked={checked} onChange={onToggle} aria-label={label} />
  </label>
);

/** What may be done to the chosen rows; `isFloating` once some are. */
export const ChosenBar = ({ label, isFloating = true, children }: { label: string; isFloating?: boolean; children: ReactNode }) => (
  <Group gap="xs" mb="sm" className={isFloating ? classes.bar : undefined} role="toolbar" aria-label={label}>
    {children}
  </Group>
);
