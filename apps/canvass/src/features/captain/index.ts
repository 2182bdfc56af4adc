export { LedShifts } from "./components/LedShifts";
export { captainRoutes } from "./routes";
