/** Where a key takes the focus from row `index` of `count`; null when the key is not one of ours. Stops at both ends. */
export const rowKeyTarget = (key: string, index: number, count: number): number | null => {
  const last = count - 1;
  switch (key) {
    case "ArrowDown":
      return Math.min(last, index + 1);
    case "ArrowUp":
      return Math.max(0, index - 1);
    case "Home":
      return 0;
    case "End":
      return last;
    case "PageDown":
      return Math.min(last, index + 10);
    case "PageUp":
      return Math.max(0, index - 10);
    default:
      return null;
  }
};
