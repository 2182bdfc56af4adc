export { getCallList } from "./call-list";
export { claimCall, claimNextCall, releaseCall, reopenCall } from "./claim-calls";
export { recordCall } from "./record-call";
