export { type LoadedDemo, loadDemo } from "./demo/load-demo";
export { getDemoStatus, removeDemo } from "./demo/remove-demo";
export { examineHouse, type HouseFacts } from "./house/examine-house";
