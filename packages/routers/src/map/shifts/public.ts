import { idSchema } from "@cml/domain/kernel";
import {
  actOnSignupInput,
  changeSignupInput,
  mySignupSchema,
  nearShiftSchema,
  publicShiftSchema,
  shiftCalendarInput,
  shiftsNearInput,
  signedUpSchema,
  signupTokenInput,
  signUpInput,
} from "@cml/domain/map";
import {
  actOnMySignup,
  changeMySignup,
  getMySignup,
  getPublicShift,
  getShiftCalendar,
  listPublicShifts,
  listShiftsNear,
  signUpForShift,
} from "@cml/services/map";
import { z } from "zod";
import { publicProcedure, router } from "../../trpc/procedures";

export const shiftsPublicRouter = router({
  list: publicProcedure
    .input(z.void())
    .output(z.array(publicShiftSchema))
    .query(({ ctx }) => listPublicShifts(ctx.deps, ctx.actor)),
  near: publicProcedure
    .input(shiftsNearInput)
    .output(z.array(nearShiftSchema).nullable())
    .query(({ ctx, input }) => listShiftsNear(ctx.deps, ctx.actor, input)),
  get: publicProcedure
    .input(z.object({ id: idSchema }))
    .output(publicShiftSchema)
    .query(({ ctx, input }) => getPublicShift(ctx.deps, ctx.actor, input.id)),
  calendar: publicProcedure
    .input(shiftCalendarInput)
    .output(z.string())
    .query(({ ctx, input }) => getShiftCalendar(ctx.deps, ctx.actor, input)),
  signUp: publicProcedure
    .input(signUpInput)
    .output(signedUpSchema)
    .mutation(({ ctx, input }) => signUpForShift(ctx.deps, ctx.actor, input)),
  mine: publicProcedure
    .input(signupTokenInput)
    .output(mySignupSchema)
    .query(({ ctx, input }) => getMySignup(ctx.deps, ctx.actor, input)),
  act: publicProcedure
    .input(actOnSignupInput)
    .output(mySignupSchema)
    .mutation(({ ctx, input }) => actOnMySignup(ctx.deps, ctx.actor, input)),
  change: publicProcedure
    .input(changeSignupInput)
    .output(mySignupSchema)
    .mutation(({ ctx, input }) => changeMySignup(ctx.deps, ctx.actor, input)),
});
