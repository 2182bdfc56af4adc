export { acceptUnmatched, listUnmatched, resolveUnmatched } from "./unmatched-people";
