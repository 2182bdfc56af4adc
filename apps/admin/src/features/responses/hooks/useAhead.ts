import type { ResponseView } from "@cml/domain/influence";
import { useEffect, useLayoutEffect, useRef } from "react";
import { api } from "../../../api";

/** Brings what the next ones need before they are looked at: their pictures, and the letters they answer. */
export const useAhead = (near: readonly ResponseView[]): void => {
  const cache = api.useUtils();
  // Held, so that the browser keeps them although they must not be stored.
  const pictures = useRef(new Map<string, HTMLImageElement>());
  useEffect(() => {
    const held = new Map<string, HTMLImageElement>();
    for (const { id, originalUrl, letterId, inboundMessageId } of near) {
      if (originalUrl !== null) {
        const picture = pictures.current.get(originalUrl) ?? new Image();
        if (picture.src === "") picture.src = originalUrl;
        held.set(originalUrl, picture);
      }
      if (letterId !== null || inboundMessageId !== null) void cache.influence.responses.get.prefetch({ id }, { staleTime: 60_000 });
    }
    pictures.current = held;
  }, [near, cache]);
};

const began = "response:decided";
/** From the decision to the next response on the screen. */
const itemToItem = "response:item-to-item";

/** The moment a moderator decided; what comes next is measured from here. */
export const markDecision = (): void => {
  performance.mark(began);
};

/** Measures how long the next response took to stand on the screen, in the browser's own timeline. */
export const useItemTiming = (id: string | null): void => {
  useLayoutEffect(() => {
    // Waiting for the next page is part of it.
    if (id === null || performance.getEntriesByName(began).length === 0) return;
    // The second frame begins when the first has been painted.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        performance.measure(itemToItem, began);
        performance.clearMarks(began);
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [id]);
};
