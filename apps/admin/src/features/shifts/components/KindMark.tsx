import type { ShiftKind } from "@cml/domain/map";
import { type Icon, IconBook2, IconConfetti, IconDoor, IconFiles, IconPhone, IconSignRight, IconStar } from "@tabler/icons-react";
import classes from "./KindMark.module.css";

const iconOf: Record<ShiftKind, Icon> = {
  CANVASS: IconDoor,
  SIGNS: IconSignRight,
  PHONE_BANK: IconPhone,
  LITERATURE: IconFiles,
  EVENT: IconConfetti,
  TRAINING: IconBook2,
  OTHER: IconStar,
};

/** A shift's kind by colour and sign; its name stands beside it or is read out. */
export const KindMark = ({ kind, size = 15 }: { kind: ShiftKind; size?: number }) => {
  const Sign = iconOf[kind];
  return <Sign className={classes["mark"]} data-kind={kind} size={size} stroke={1.9} aria-hidden="true" />;
};
