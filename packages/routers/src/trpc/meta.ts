import type { Permission } from "@cml/domain/auth";

/** Who may call a procedure; access.test.ts fails on a procedure without it. */
export type Access = { kind: "public" } | { kind: "signed-in" } | { kind: "permission"; permission: Permission } | { kind: "worker" };
export type Meta = { access?: Access };
