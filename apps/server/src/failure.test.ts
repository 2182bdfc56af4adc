import { AppError } from "@cml/domain/kernel";
import { expect, it } from "vitest";
import { readFailure } from "./failure";

it.each([
  [new AppError("NOT_FOUND", "campaign.notFound"), 404, "campaign.notFound"],
  [new AppError("RATE_LIMITED", "rateLimited", { seconds: 5 }), 429, "rateLimited"],
  [Object.assign(new Error("Body is too large"), { statusCode: 413 }), 413, "input.tooLarge"],
  [Object.assign(new Error("Unexpected token"), { statusCode: 400 }), 400, "input.malformed"],
  [Object.assign(new Error("odd"), { statusCode: 200 }), 500, "internal"],
  [new Error('relation "User" does not exist'), 500, "internal"],
  ["thrown text", 500, "internal"],
])("tells %s as %i %s", (error, status, messageKey) => {
  expect(readFailure(error)).toMatchObject({ status, messageKey });
});

it("tells nothing of the error itself", () => {
  expect(JSON.stringify(readFailure(new Error('relation "User" does not exist')))).not.toContain("User");
});
