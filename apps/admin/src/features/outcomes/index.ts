export { OutcomesTab } from "./components/OutcomesTab";
export { RecordList } from "./components/RecordList";
export { outcomeRoutes } from "./routes";
