import type { Permission } from "@cml/domain/auth";

/** Who may call a procedure; access.test.ts fails on a procedure without it. `upload` also lets in who was signed in until lately. */
export type Access =
  { kind: "public" } | { kind: "signed-in" } | { kind: "upload" } | { kind: "permission"; permission: Permission } | { kind: "worker" };
export type Meta = { access?: Access };
