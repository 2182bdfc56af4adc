import { UnstyledButton } from "@mantine/core";
import classes from "./ChoiceBar.module.css";

type Props<T extends string> = { label: string; value: T; choices: readonly { value: T; label: string }[]; onChange: (value: T) => void };

/** A few choices side by side, each as tall as a thumb. */
export const ChoiceBar = <T extends string>({ label, value, choices, onChange }: Props<T>) => (
  <div role="group" aria-label={label} className={classes.bar}>
    {choices.map((choice) => (
      <UnstyledButton
        key={choice.value}
        className={classes.choice}
        aria-pressed={choice.value === value}
        onClick={() => onChange(choice.value)}
      >
        {choice.label}
      </UnstyledButton>
    ))}
  </div>
);
