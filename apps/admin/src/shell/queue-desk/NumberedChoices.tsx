import { Text } from "@mantine/core";
import classes from "./QueueDesk.module.css";

export type NumberedChoice = { key: number; title: string; note: string; confidence: number | null; canTake: boolean };

type Props = { choices: readonly NumberedChoice[]; labelledBy: string; isBusy: boolean; onTake: (key: number) => void };

/** What may be taken, each with the number of its key and how sure it is. */
export const NumberedChoices = ({ choices, labelledBy, isBusy, onTake }: Props) => (
  <ol className={classes.choices} aria-labelledby={labelledBy}>
    {choices.map(({ key, title, note, confidence, canTake }) => (
      <li key={key}>
        <button type="button" className={classes.choice} disabled={isBusy || !canTake} onClick={() => onTake(key)}>
          <kbd className={classes.key}>{key}</kbd>
          <span>
            <Text component="span" display="block" size="sm" fw={600}>
              {title}
            </Text>
            <Text component="span" display="block" size="xs" c="dimmed">
              {note}
            </Text>
          </span>
          <Text component="span" size="sm" fw={600} className={classes.number}>
            {confidence}
          </Text>
        </button>
      </li>
    ))}
  </ol>
);
