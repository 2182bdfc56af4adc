import { accessTokenMs } from "@cml/domain/auth";
import { errors, jwtVerify, SignJWT } from "jose";

/** Ids only: what the account may do is read when the token is used. */
export type AccessClaims = { userId: string; familyId: string };
export type ReadAccessToken = AccessClaims & { issuedAt: Date };

const issuer = "changemaker";
const audience = "changemaker-api";
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const seconds = (time: Date): number => Math.floor(time.getTime() / 1000);

export const signAccessToken = async (
  key: Uint8Array,
  { userId, familyId }: AccessClaims,
  now: Date,
): Promise<{ accessToken: string; expiresAt: Date }> => {
  const expires = seconds(now) + accessTokenMs / 1000;
  const accessToken = await new SignJWT({ sid: familyId })
    .setProtectedHeader({ alg: "HS256", typ: "at+jwt" })
    .setSubject(userId)
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(seconds(now))
    .setExpirationTime(expires)
    .sign(key);
  return { accessToken, expiresAt: new Date(expires * 1000) };
};

/** Null for a token that is expired, forged, meant for something else or no token at all. */
export const readAccessToken = async (key: Uint8Array, token: string, now: Date): Promise<ReadAccessToken | null> => {
  try {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ["HS256"],
      typ: "at+jwt",
      issuer,
      audience,
      currentDate: now,
      requiredClaims: ["sub", "sid", "iat", "exp"],
    });
    const { sub, sid, iat } = payload;
    if (typeof sub !== "string" || typeof sid !== "string" || typeof iat !== "number" || !uuid.test(sub) || !uuid.test(sid)) return null;
    return { userId: sub, familyId: sid, issuedAt: new Date(iat * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) return null;
    throw error;
  }
};
