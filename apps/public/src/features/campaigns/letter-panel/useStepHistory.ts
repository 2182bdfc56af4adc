import { type Dispatch, useEffect, useRef } from "react";
import type { Flow, FlowEvent } from "./letter-flow";
import type { Step } from "./panel-steps";

type Watched = { flow: Flow; dispatch: Dispatch<FlowEvent>; off: boolean };
type Mark = { letterStep?: Step };

/**
 * The browser's Back goes one step back in the letter instead of leaving the page. A letter that is on its way is not
 * brought back by it. Off in frames: there, Back belongs to the page around.
 */
export const useStepHistory = ({ flow, dispatch, off }: Watched): void => {
  const { step, outcome } = flow;
  const at = useRef(step);
  const finished = outcome !== null && outcome.kind !== "confirm";

  useEffect(() => {
    if (off || at.current === step) return;
    at.current = step;
    const mark: Mark = { letterStep: step };
    if ((window.history.state as Mark | null)?.letterStep !== step) window.history.pushState(mark, "");
  }, [step, off]);

  useEffect(() => {
    if (off) return;
    const first = at.current;
    const goBack = (event: PopStateEvent) => {
      const wanted = (event.state as Mark | null)?.letterStep ?? first;
      if (finished || wanted === "done") return;
      at.current = wanted;
      dispatch({ type: "went", step: wanted });
    };
    window.addEventListener("popstate", goBack);
    return () => window.removeEventListener("popstate", goBack);
  }, [dispatch, finished, off]);
};
