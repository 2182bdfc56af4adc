import { useMediaQuery } from "@mantine/hooks";
import type { ImportRunView } from "@cml/domain/map";
import { ImportRunCards } from "./ImportRunCards";
import { ImportRunTable } from "./ImportRunTable";

/** What came in from files: where each run stands, what it came to, and what may be done about it. */
export const ImportRuns = ({ runs }: { runs: readonly ImportRunView[] }) => {
  const hasRoom = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  return hasRoom ? <ImportRunTable runs={runs} /> : <ImportRunCards runs={runs} />;
};
