import {
  answerOfficeQuestionInput,
  enteredOfficeSchema,
  mailedTokenInput,
  markOutsideInput,
  officeDoorInput,
  officeDoorSchema,
  officePageInput,
  officePageSchema,
  officeQuestionSchema,
  officeRefInput,
  setOfficeContactInput,
  setOfficeDigestInput,
  wayInInput,
  wayInMailedSchema,
  wayInSchema,
  writeOfficeAnswerInput,
  writeOfficeReplyInput,
  writeToOrganisersInput,
} from "@cml/domain/influence";
import {
  answerOfficeQuestion,
  changeOfficeDigest,
  enterOffice,
  getOfficeDoor,
  getOfficePage,
  getOfficeQuestion,
  getWayIn,
  mailWayIn,
  markOutsideLetter,
  saveOfficeContact,
  writeOfficeAnswer,
  writeOfficeReply,
  writeToOrganisers,
} from "@cml/services/influence";
import { z } from "zod";
import { publicProcedure, router } from "../../trpc/procedures";

/** What offices do: say whether a response is theirs, come in by a mailed link, and answer. A ticket is asked for by the service. */
export const officesPublicRouter = router({
  question: publicProcedure
    .input(mailedTokenInput)
    .output(officeQuestionSchema)
    .query(({ ctx, input }) => getOfficeQuestion(ctx.deps, ctx.actor, input)),
  answerQuestion: publicProcedure
    .input(answerOfficeQuestionInput)
    .output(officeQuestionSchema)
    .mutation(({ ctx, input }) => answerOfficeQuestion(ctx.deps, ctx.actor, input)),
  door: publicProcedure
    .input(officeDoorInput)
    .output(officeDoorSchema)
    .query(({ ctx, input }) => getOfficeDoor(ctx.deps, ctx.actor, input)),
  mailWayIn: publicProcedure
    .input(officeRefInput)
    .output(wayInMailedSchema)
    .mutation(({ ctx, input }) => mailWayIn(ctx.deps, ctx.actor, input)),
  wayIn: publicProcedure
    .input(wayInInput)
    .output(wayInSchema)
    .query(({ ctx, input }) => getWayIn(ctx.deps, ctx.actor, input)),
  enter: publicProcedure
    .input(wayInInput)
    .output(enteredOfficeSchema)
    .mutation(({ ctx, input }) => enterOffice(ctx.deps, ctx.actor, input)),
  page: publicProcedure
    .input(officePageInput)
    .output(officePageSchema)
    .query(({ ctx, input }) => getOfficePage(ctx.deps, ctx.actor, input)),
  markOutside: publicProcedure
    .input(markOutsideInput)
    .output(z.void())
    .mutation(({ ctx, input }) => markOutsideLetter(ctx.deps, ctx.actor, input)),
  answer: publicProcedure
    .input(writeOfficeAnswerInput)
    .output(z.void())
    .mutation(({ ctx, input }) => writeOfficeAnswer(ctx.deps, ctx.actor, input)),
  reply: publicProcedure
    .input(writeOfficeReplyInput)
    .output(z.void())
    .mutation(({ ctx, input }) => writeOfficeReply(ctx.deps, ctx.actor, input)),
  setDigest: publicProcedure
    .input(setOfficeDigestInput)
    .output(z.void())
    .mutation(({ ctx, input }) => changeOfficeDigest(ctx.deps, ctx.actor, input)),
  setContact: publicProcedure
    .input(setOfficeContactInput)
    .output(z.void())
    .mutation(({ ctx, input }) => saveOfficeContact(ctx.deps, ctx.actor, input)),
  writeToOrganisers: publicProcedure
    .input(writeToOrganisersInput)
    .output(z.void())
    .mutation(({ ctx, input }) => writeToOrganisers(ctx.deps, ctx.actor, input)),
});
