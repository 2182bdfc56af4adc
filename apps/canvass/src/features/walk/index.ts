export * from "./routes";
export { type MyTurf, useMyTurfs } from "./hooks/useTurf";
export { useGround } from "./hooks/useGround";
export { askAlways, useKept } from "./hooks/useKept";
export { useWalk } from "./hooks/useWalk";
export { splitAddress } from "./model/door-address";
