import type { ComponentPropsWithRef } from "react";
import { Labelled } from "./Labelled";

type LongFieldProps = Omit<ComponentPropsWithRef<"textarea">, "id"> & {
  name: string;
  label: string;
  hint?: string | undefined;
  id?: string;
  error?: string | undefined;
};

/** A labelled field for several lines. */
export const LongField = ({ label, hint, id, error, ...input }: LongFieldProps) => {
  const own = id ?? `field-${input.name}`;
  return (
    <Labelled id={own} label={label} hint={hint} error={error}>
      {(described) => <textarea {...input} {...described} className="input" />}
    </Labelled>
  );
};
