export { catalogues, type Namespace, namespaces } from "./catalogues";
export { type FieldIssue, fieldIssues } from "./field-issues";
export { errorText, type TextParams, translate } from "./translate";
