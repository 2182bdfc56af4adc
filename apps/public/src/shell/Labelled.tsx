import type { ReactNode } from "react";

type Described = { id: string; "aria-invalid"?: true; "aria-describedby"?: string };

type LabelledProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  className?: string;
  children: (described: Described) => ReactNode;
};

/** A field with its label above it, and below it the hint and the complaint that are read out with it. */
export const Labelled = ({ id, label, hint, error, className = "field", children }: LabelledProps) => {
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(error === undefined ? [] : [`${id}-error`])].join(" ");
  return (
    <div className={className}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(error === undefined ? {} : { "aria-invalid": true }),
        ...(described === "" ? {} : { "aria-describedby": described }),
      })}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
};
