import type { ComponentPropsWithRef } from "react";
import { Labelled } from "./Labelled";

type FieldProps = ComponentPropsWithRef<"input"> & {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  fieldClassName?: string;
};

/** A labelled line of input whose hint and complaint are read out with it. */
export const Field = ({ label, hint, error, id, fieldClassName, ...input }: FieldProps) => (
  <Labelled id={id ?? `field-${input.name}`} label={label} hint={hint} error={error} className={fieldClassName}>
    {(described) => <input {...input} {...described} className="input" />}
  </Labelled>
);

/** One sentence about the whole form, announced as it appears. */
export const Problem = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <p className="problem" role="alert">
      {text}
    </p>
  );
