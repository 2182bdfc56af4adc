import type { ComponentPropsWithRef } from "react";

type LongFieldProps = Omit<ComponentPropsWithRef<"textarea">, "id"> & {
  name: string;
  label: string;
  hint?: string;
  id?: string;
  error?: string | undefined;
};

/** A labelled field for several lines. */
export const LongField = ({ name, label, hint, id = `field-${name}`, error, ...input }: LongFieldProps) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    <textarea
      {...input}
      name={name}
      id={id}
      className="input"
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    />
    {hint === undefined ? null : (
      <p id={`${id}-hint`} className="hint">
        {hint}
      </p>
    )}
    {error === undefined ? null : (
      <p className="error" role="alert">
        {error}
      </p>
    )}
  </div>
);
