import { useEffect, useState } from "react";

/**
 * Gives the focus back to what had it when a drawer or dialog that is drawn only while it is open came up, so that Escape
 * leaves people of the keyboard where they were. (The library does so only for those that stay and are told to close.)
 */
export const useFocusBack = (): void => {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // After the focus trap has let go.
      requestAnimationFrame(() => {
        const isFree = document.activeElement === null || document.activeElement === document.body;
        if (isFree && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
      });
    },
    [before],
  );
};
