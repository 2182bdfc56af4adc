/** How long it took from one moment to another, in the largest unit that still says something: at least a minute. */
export const spanOf = (from: Date, until: Date): { unit: "minutes" | "hours" | "days"; count: number } => {
  const minutes = Math.max(1, Math.ceil((until.getTime() - from.getTime()) / 60_000));
  if (minutes <= 90) return { unit: "minutes", count: minutes };
  const hours = Math.ceil(minutes / 60);
  return hours <= 48 ? { unit: "hours", count: hours } : { unit: "days", count: Math.ceil(hours / 24) };
};
