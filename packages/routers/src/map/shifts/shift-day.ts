import {
  checkedInSchema, checkInByCodeInput, checkInInput, closeShiftInput, dayPersonSchema, giveDayTurfInput, handOutTurfInput, markBackInput, shiftDayInput, shiftDaySchema, splitDayTurfInput, takeBackDayTurfInput, turfAssignmentSchema, undoCheckInInput, walkUpInput,
} from "@cml/domain/map"; // prettier-ignore
import {
  addWalkUp,
  checkIn,
  checkInByCode,
  closeShift,
  giveDayTurf,
  handOutDayTurf,
  markBack,
  readShiftDay,
  reopenShift,
  splitDayTurf,
  takeBackDayTurf,
  undoCheckIn,
} from "@cml/services/map";
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

type Asked = Record<"read" | "act", Parameters<typeof procedureFor>[0]>;

/** The day of a shift, for organisers and for its captain: whose shift it is, the services ask. */
const shiftDayRouter = ({ read, act }: Asked) =>
  router({
    read: procedureFor(read)
      .input(shiftDayInput)
      .output(shiftDaySchema)
      .query(({ ctx, input }) => readShiftDay(ctx.deps, ctx.actor, input)),
    checkIn: procedureFor(act)
      .input(checkInInput)
      .output(dayPersonSchema)
      .mutation(({ ctx, input }) => checkIn(ctx.deps, ctx.actor, input)),
    undoCheckIn: procedureFor(act)
      .input(undoCheckInInput)
      .output(dayPersonSchema)
      .mutation(({ ctx, input }) => undoCheckIn(ctx.deps, ctx.actor, input)),
    checkInByCode: procedureFor(act)
      .input(checkInByCodeInput)
      .output(checkedInSchema)
      .mutation(({ ctx, input }) => checkInByCode(ctx.deps, ctx.actor, input)),
    addWalkUp: procedureFor(act)
      .input(walkUpInput)
      .output(dayPersonSchema)
      .mutation(({ ctx, input }) => addWalkUp(ctx.deps, ctx.actor, input)),
    markBack: procedureFor(act)
      .input(markBackInput)
      .output(dayPersonSchema)
      .mutation(({ ctx, input }) => markBack(ctx.deps, ctx.actor, input)),
    handOut: procedureFor(act)
      .input(handOutTurfInput)
      .output(turfAssignmentSchema)
      .mutation(({ ctx, input }) => handOutDayTurf(ctx.deps, ctx.actor, input)),
    give: procedureFor(act)
      .input(giveDayTurfInput)
      .output(turfAssignmentSchema)
      .mutation(({ ctx, input }) => giveDayTurf(ctx.deps, ctx.actor, input)),
    takeBack: procedureFor(act)
      .input(takeBackDayTurfInput)
      .output(turfAssignmentSchema)
      .mutation(({ ctx, input }) => takeBackDayTurf(ctx.deps, ctx.actor, input)),
    split: procedureFor(act)
      .input(splitDayTurfInput)
      .output(z.object({ from: turfAssignmentSchema, made: turfAssignmentSchema }))
      .mutation(({ ctx, input }) => splitDayTurf(ctx.deps, ctx.actor, input)),
    close: procedureFor(act)
      .input(closeShiftInput)
      .output(shiftDaySchema)
      .mutation(({ ctx, input }) => closeShift(ctx.deps, ctx.actor, input)),
    reopen: procedureFor(act)
      .input(shiftDayInput)
      .output(shiftDaySchema)
      .mutation(({ ctx, input }) => reopenShift(ctx.deps, ctx.actor, input)),
  });

export const shiftDayCanvassRouter = shiftDayRouter({ read: "canvass.walk", act: "canvass.walk" });
export const shiftDayAdminRouter = shiftDayRouter({ read: "shift.view", act: "shift.edit" });
