import type { ComponentProps } from "react";
import { Field } from "../../../shell/Field";
import type { LetterFlow } from "./useLetterFlow";

type FlowFieldProps = Omit<ComponentProps<typeof Field>, "name" | "value" | "error" | "onChange"> & {
  letter: LetterFlow;
  of: "name" | "email" | "street";
  /** Where it stands twice on a page, its name in the form differs. */
  name?: string;
};

/** A line the supporter fills in, kept with the rest of what she has written. */
export const FlowField = ({ letter: { flow, dispatch }, of, name = of, ...field }: FlowFieldProps) => (
  <Field
    {...field}
    name={name}
    error={flow.fields[of]}
    value={flow[of]}
    onChange={(event) => dispatch({ type: "wrote", field: of, value: event.currentTarget.value })}
  />
);
