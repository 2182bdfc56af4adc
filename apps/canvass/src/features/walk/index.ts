export * from "./routes";
export { type MyTurf, useMyTurfs } from "./hooks/useTurf";
export { useWalk } from "./hooks/useWalk";
export { splitAddress } from "./model/door-address";
