import { hasPermission, type Permission } from "@cml/domain/auth";
import { type Actor, AppError } from "@cml/domain/kernel";
import { TRPCError } from "@trpc/server";
import { ZodRealError } from "zod";
import { t } from "./init";
import { toTrpcError } from "./errors";
import { findUnstorable } from "./storable";

export const router = t.router;

// The bare t.procedure is not exported: every procedure starts from one that says who may call.
const base = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) {
    const mapped = toTrpcError(result.error.cause ?? result.error);
    if (mapped !== result.error.cause && mapped !== result.error) throw mapped;
  }
  return result;
});

// Asked after who may call: a field's own rules say what is wrong with it, but not every text has a rule against what cannot be stored.
const storableInput = t.middleware(async ({ next, getRawInput }) => {
  const issue = findUnstorable(await getRawInput());
  if (issue !== null) throw new TRPCError({ code: "BAD_REQUEST", cause: new ZodRealError([issue]) });
  return next();
});

/** Anybody, signed in or not. */
export const publicProcedure = base.meta({ access: { kind: "public" } }).use(storableInput);

const signedIn = base.meta({ access: { kind: "signed-in" } }).use(({ ctx, next }) => {
  if (ctx.actor.kind !== "user") throw toTrpcError(signInFirst(ctx.actor));
  return next({ ctx: { ...ctx, actor: ctx.actor } });
});

/** Any account that may act now, also before it changed its first password: only for what concerns the account itself. */
export const signedInProcedure = signedIn.use(storableInput);

// Somebody whose account was suspended a moment ago is told so instead of being asked to sign in.
const signInFirst = (actor: Actor): AppError => {
  const lapse = actor.kind === "anonymous" ? actor.lapsed?.lapse : undefined;
  return new AppError("UNAUTHENTICATED", lapse === undefined ? "auth.signInFirst" : `auth.lapsed.${lapse}`);
};

const refuseFirstPassword = (actor: Actor): void => {
  if (actor.kind === "user" && actor.mustChangePassword === true) throw toTrpcError(new AppError("FORBIDDEN", "auth.changePasswordFirst"));
};

/**
 * What a phone brings late: any account that may act now, or one that no longer may but could when it happened; the service judges each
 * item by its own time and keeps what a suspended account sends for review.
 */
export const uploadProcedure = base
  .meta({ access: { kind: "upload" } })
  .use(({ ctx, next }) => {
    const isKnown = ctx.actor.kind === "user" || (ctx.actor.kind === "anonymous" && ctx.actor.lapsed !== undefined);
    if (!isKnown) throw toTrpcError(new AppError("UNAUTHENTICATED", "auth.signInFirst"));
    refuseFirstPassword(ctx.actor);
    return next();
  })
  .use(storableInput);

/** Accounts whose role or own permissions grant `permission`; ownership of a row is asked by the service. */
export const procedureFor = (permission: Permission) =>
  signedIn
    .meta({ access: { kind: "permission", permission } })
    .use(({ ctx, next }) => {
      refuseFirstPassword(ctx.actor);
      if (!hasPermission(ctx.actor, permission)) throw toTrpcError(new AppError("FORBIDDEN", "auth.notAllowed"));
      return next();
    })
    .use(storableInput);

/** Media workers with a worker token. */
export const workerProcedure = base
  .meta({ access: { kind: "worker" } })
  .use(({ ctx, next }) => {
    if (ctx.actor.kind !== "worker") throw toTrpcError(new AppError("UNAUTHENTICATED", "auth.workerToken"));
    return next({ ctx: { ...ctx, actor: ctx.actor } });
  })
  .use(storableInput);
