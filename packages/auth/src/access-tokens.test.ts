import { SignJWT, UnsecuredJWT } from "jose";
import { expect, it } from "vitest";
import { readAccessToken, signAccessToken } from "./access-tokens";

const key = new TextEncoder().encode("a key of this test, thirty-two bytes or more");
const otherKey = new TextEncoder().encode("another key, with which somebody forges tokens");
const now = new Date("2026-05-01T10:00:00Z");
const claims = { userId: "0198c5a0-0000-7000-8000-000000000001", familyId: "0198c5a0-0000-7000-8000-000000000002" };
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

it("works for fifteen minutes and carries ids only", async () => {
  const { accessToken, expiresAt } = await signAccessToken(key, claims, now);
  expect(expiresAt).toEqual(later(15));
  expect(await readAccessToken(key, accessToken, later(14))).toEqual({ ...claims, issuedAt: now });
  const payload = JSON.parse(Buffer.from(accessToken.split(".")[1] ?? "", "base64url").toString()) as object;
  expect(Object.keys(payload).sort()).toEqual(["aud", "exp", "iat", "iss", "sid", "sub"]);
});

const honest = { sid: claims.familyId };
const sign = (payload: Record<string, unknown>, header: { alg: string; typ?: string }, by = key) =>
  new SignJWT(payload)
    .setProtectedHeader(header)
    .setSubject(claims.userId)
    .setIssuer("changemaker")
    .setAudience("changemaker-api")
    .setIssuedAt(now)
    .setExpirationTime(later(15))
    .sign(by);

it.each<[string, () => Promise<string> | string]>([
  ["expired", async () => (await signAccessToken(key, claims, later(-16))).accessToken],
  ["signed with another key", async () => (await signAccessToken(otherKey, claims, now)).accessToken],
  [
    "unsigned (alg none)",
    () => new UnsecuredJWT({ ...honest }).setSubject(claims.userId).setIssuedAt(now).setExpirationTime(later(15)).encode(),
  ],
  ["with its signature cut off", async () => (await signAccessToken(key, claims, now)).accessToken.replace(/\.[^.]*$/, ".")],
  ["with an algorithm we do not use", () => sign(honest, { alg: "HS512", typ: "at+jwt" })],
  ["made for something else", () => sign(honest, { alg: "HS256", typ: "JWT" })],
  ["without a family", () => sign({}, { alg: "HS256", typ: "at+jwt" })],
  ["with a family that is no id", () => sign({ sid: "' OR 1=1" }, { alg: "HS256", typ: "at+jwt" })],
  [
    "with another person written into it",
    async () => {
      const [header, , signature] = (await signAccessToken(key, claims, now)).accessToken.split(".");
      return [header, base64({ ...honest, sub: claims.familyId, exp: later(15).getTime() / 1000 }), signature].join(".");
    },
  ],
  ["no token at all", () => "hello"],
  ["empty", () => ""],
  ["very long", () => "a.".repeat(50_000)],
])("refuses a token that is %s", async (_name, make) => {
  expect(await readAccessToken(key, await make(), now)).toBeNull();
});
