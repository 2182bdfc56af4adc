import { idSchema, pageOf } from "@cml/domain/kernel";
import {
  addSignupInput,
  cancelShiftInput,
  createShiftInput,
  listShiftsInput,
  messagePreviewSchema,
  messageShiftInput,
  moveInLineInput,
  placesAdviceInput,
  placesAdviceSchema,
  shiftDetailSchema,
  shiftNoticeSchema,
  shiftSchema,
  shiftsBetweenInput,
  shiftSignupSchema,
  updateShiftInput,
} from "@cml/domain/map";
import {
  addSignup,
  cancelShift,
  cancelSignup,
  createShift,
  getPlacesAdvice,
  getShift,
  listShiftNotices,
  listShifts,
  listShiftsBetween,
  messageShift,
  moveUpInLine,
  previewShiftMessage,
  restoreShift,
  updateShift,
  withdrawShiftMessage,
} from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const idInput = z.object({ id: idSchema });

export const shiftsAdminRouter = router({
  list: procedureFor("shift.view")
    .input(listShiftsInput)
    .output(pageOf(shiftSchema))
    .query(({ ctx, input }) => listShifts(ctx.deps, ctx.actor, input)),
  get: procedureFor("shift.view")
    .input(idInput)
    .output(shiftDetailSchema)
    .query(({ ctx, input }) => getShift(ctx.deps, ctx.actor, input.id)),
  between: procedureFor("shift.view")
    .input(shiftsBetweenInput)
    .output(z.array(shiftSchema))
    .query(({ ctx, input }) => listShiftsBetween(ctx.deps, ctx.actor, input)),
  notices: procedureFor("shift.view")
    .input(idInput)
    .output(z.array(shiftNoticeSchema))
    .query(({ ctx, input }) => listShiftNotices(ctx.deps, ctx.actor, input.id)),
  create: procedureFor("shift.edit")
    .input(createShiftInput)
    .output(shiftDetailSchema)
    .mutation(({ ctx, input }) => createShift(ctx.deps, ctx.actor, input)),
  update: procedureFor("shift.edit")
    .input(updateShiftInput)
    .output(shiftDetailSchema)
    .mutation(({ ctx, input }) => updateShift(ctx.deps, ctx.actor, input)),
  cancel: procedureFor("shift.edit")
    .input(cancelShiftInput)
    .output(shiftDetailSchema)
    .mutation(({ ctx, input }) => cancelShift(ctx.deps, ctx.actor, input)),
  restore: procedureFor("shift.edit")
    .input(idInput)
    .output(shiftDetailSchema)
    .mutation(({ ctx, input }) => restoreShift(ctx.deps, ctx.actor, input.id)),
  advice: procedureFor("shift.view")
    .input(placesAdviceInput)
    .output(placesAdviceSchema)
    .query(({ ctx, input }) => getPlacesAdvice(ctx.deps, ctx.actor, input)),
  previewMessage: procedureFor("shift.edit")
    .input(messageShiftInput)
    .output(messagePreviewSchema)
    .query(({ ctx, input }) => previewShiftMessage(ctx.deps, ctx.actor, input)),
  message: procedureFor("shift.edit")
    .input(messageShiftInput)
    .output(shiftNoticeSchema)
    .mutation(({ ctx, input }) => messageShift(ctx.deps, ctx.actor, input)),
  withdrawMessage: procedureFor("shift.edit")
    .input(idInput)
    .output(z.void())
    .mutation(({ ctx, input }) => withdrawShiftMessage(ctx.deps, ctx.actor, input.id)),
});

export const shiftSignupsAdminRouter = router({
  add: procedureFor("shift.edit")
    .input(addSignupInput)
    .output(shiftSignupSchema)
    .mutation(({ ctx, input }) => addSignup(ctx.deps, ctx.actor, input)),
  cancel: procedureFor("shift.edit")
    .input(idInput)
    .output(shiftSignupSchema)
    .mutation(({ ctx, input }) => cancelSignup(ctx.deps, ctx.actor, input.id)),
  moveUp: procedureFor("shift.edit")
    .input(moveInLineInput)
    .output(shiftSignupSchema)
    .mutation(({ ctx, input }) => moveUpInLine(ctx.deps, ctx.actor, input.id)),
});
