/** What a run's rows came to, in the order it is told. */
export const shownCounts = ["read", "created", "changed", "same", "rejected"] as const;
