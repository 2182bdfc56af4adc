import { expect, it } from "vitest";
import { type Lapse, lapseOf } from "./standing";
import type { User } from "./user";

const now = new Date("2026-05-01T10:00:00Z");
const before = new Date("2026-05-01T09:59:59Z");
type Standing = Parameters<typeof lapseOf>[0];
const account = (given: Partial<User> = {}): Standing => ({
  status: "ACTIVE",
  expiresAt: null,
  createdVia: "ADMIN",
  emailVerified: false,
  ...given,
});

it.each<[string, Standing, Lapse | null]>([
  ["an active account", account(), null],
  ["an account that ends later", account({ expiresAt: new Date("2026-06-01T00:00:00Z") }), null],
  ["an account past its date whose status nobody has written yet", account({ expiresAt: before }), "EXPIRED"],
  ["an account that ends this very moment", account({ expiresAt: now }), "EXPIRED"],
  ["an expired account", account({ status: "EXPIRED" }), "EXPIRED"],
  ["an inactive account", account({ status: "INACTIVE" }), "INACTIVE"],
  ["a suspended account past its date", account({ status: "SUSPENDED", expiresAt: before }), "SUSPENDED"],
  ["a self-made account before its e-mail is verified", account({ createdVia: "STANDARD" }), "UNVERIFIED"],
  ["a self-made account after", account({ createdVia: "STANDARD", emailVerified: true }), null],
  ["a volunteer who came by a shift form", account({ createdVia: "PUBLIC_SHIFT_SIGNUP" }), null],
])("says how %s stands", (_name, user, lapse) => {
  expect(lapseOf(user, now)).toBe(lapse);
});
