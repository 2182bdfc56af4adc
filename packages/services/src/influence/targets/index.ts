export * from "./decide-target";
export * from "./find-campaign-targets";
export * from "./import-recipients";
export * from "./letter-versions";
export { listTargets } from "./list-targets";
export * from "./recipients";
export { getDeadlineOutlook, warnOfDeadlines } from "./deadlines";
export { getHandIn, handInLetters, streamBundle } from "./hand-in";
export { drawSamples, testToMe } from "./samples";
