const perHead = 1_024;

/**
 * Ids in the thousands: a true one now and then, and counted on from its random end. Making each of a million from new random bytes
 * costs ten seconds of an import; these are as unique, in order, and lie side by side in their index.
 */
export const idMaker = (newId: () => string): (() => string) => {
  let head = "";
  let low = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      const id = newId();
      head = id.slice(0, 24);
      // Room above, so that counting never carries into the head.
      low = Number.parseInt(id.slice(24), 16) % (2 ** 48 - perHead);
      left = perHead;
    }
    left -= 1;
    low += 1;
    return head + low.toString(16).padStart(12, "0");
  };
};
