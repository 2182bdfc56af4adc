export { readWords } from "./read-words";
