/** "Turf 2" comes before "Turf 10". */
export const inNaturalOrder = <T extends { name: string }>(named: readonly T[]): T[] => {
  const order = new Intl.Collator(undefined, { numeric: true });
  return [...named].sort((a, b) => order.compare(a.name, b.name));
};
