import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useSiteFormats } from "../../../../session/useSite";

/** A choice with how many doors it would leave, once that is known. */
export const useWithCount = () => {
  const formats = useSiteFormats();
  return (label: ReactNode, count: number | undefined): ReactNode => (
    <>
      {label}{" "}
      <Text component="span" size="xs" c="dimmed" className="cml-tabular">
        {count === undefined ? "" : formats.number(count)}
      </Text>
    </>
  );
};
