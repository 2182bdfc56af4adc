export { type AccessClaims, readAccessToken, type ReadAccessToken, signAccessToken } from "./access-tokens";
export { issueOneTimeToken, spendOneTimeToken, voidTokensOf } from "./one-time-tokens";
export { hashPassword, verifyPassword } from "./passwords";
export { findTokenFamily, type RefreshToken, rotateRefreshToken, type Rotation, startTokenFamily } from "./refresh-tokens";
export { type At, type LiveSession, readSession, startSession } from "./sessions";
export { hashToken } from "./token";
export { isWorkerToken, issueWorkerToken, readWorkerToken } from "./worker-tokens";
