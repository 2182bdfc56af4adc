import classes from "./QueueDesk.module.css";

/** The key that does the same as the button it stands in. */
export const KeySign = ({ sign }: { sign: string }) => (
  <kbd className={`${classes.key} ${classes.sign}`} aria-hidden="true">
    {sign}
  </kbd>
);
