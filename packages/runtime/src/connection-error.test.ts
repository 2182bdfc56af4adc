import { expect, it } from "vitest";
import { unreachable } from "./connection-error";

const refused = Object.assign(new Error("connect ECONNREFUSED 10.0.0.9:5432"), { code: "ECONNREFUSED" });

it.each<[Parameters<typeof unreachable>, string]>([
  [
    ["DATABASE_URL", "postgres://me:hunter2@db.example.org/campaign", refused],
    "The database at db.example.org:5432/campaign cannot be used (nobody answers there): start it, or correct DATABASE_URL.",
  ],
  [
    ["DATABASE_URL", "postgres://me:hunter2@db:6000/campaign", new AggregateError([refused])],
    "The database at db:6000/campaign cannot be used (nobody answers there): start it, or correct DATABASE_URL.",
  ],
  [
    ["DATABASE_URL", "postgres://me:hunter2@db/campaign", Object.assign(new Error("x"), { code: "28P01" })],
    "The database at db:5432/campaign cannot be used (wrong user name or password): start it, or correct DATABASE_URL.",
  ],
  [
    ["REDIS_URL", "redis://:hunter2@cache", new Error("could not connect", { cause: refused })],
    "The Redis server at cache:6379 cannot be used (nobody answers there): start it, or correct REDIS_URL.",
  ],
])("says where and why in one sentence, without the password", (given, sentence) => {
  expect(unreachable(...given).message).toBe(sentence);
});
