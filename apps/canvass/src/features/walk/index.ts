export { type MyTurf, useMyTurfs } from "./hooks/useTurf";
export { walkRoutes } from "./routes";
