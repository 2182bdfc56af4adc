import { PasswordInput, type PasswordInputProps } from "@mantine/core";

/** A password typed on a phone, outdoors: the line and its eye are as tall as a thumb. */
export const TallPassword = (props: PasswordInputProps) => (
  <PasswordInput
    size="lg"
    required
    withAsterisk={false}
    styles={{ input: { minHeight: 56 }, visibilityToggle: { width: 52, height: 52 } }}
    rightSectionWidth={56}
    {...props}
  />
);
