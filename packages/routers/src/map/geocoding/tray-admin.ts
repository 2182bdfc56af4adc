import { idSchema } from "@cml/domain/kernel";
import { geocodeAnswerSchema, listUnplacedInput, placeUnplacedInput, settleUnplacedInput, unplacedPageSchema } from "@cml/domain/map";
import {
  bringUnplacedBack, geocodeUnplaced, listUnplaced, placeUnplacedRow, setUnplacedAside, takeUnplacedBack, unplacedCandidates,
} from "@cml/services/map"; // prettier-ignore
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

const changedSchema = z.object({ changed: z.array(idSchema) });

/** Addresses of files that are not on the map. */
export const trayAdminRouter = router({
  list: procedureFor("location.edit")
    .input(listUnplacedInput)
    .output(unplacedPageSchema)
    .query(({ ctx, input }) => listUnplaced(ctx.deps, ctx.actor, input)),
  candidates: procedureFor("location.edit")
    .input(z.object({ id: idSchema, askOthers: z.boolean() }))
    .output(geocodeAnswerSchema)
    .query(({ ctx, input }) => unplacedCandidates(ctx.deps, ctx.actor, input)),
  place: procedureFor("location.edit")
    .input(placeUnplacedInput)
    .output(z.object({ locationId: idSchema }))
    .mutation(({ ctx, input }) => placeUnplacedRow(ctx.deps, ctx.actor, input)),
  geocode: procedureFor("location.edit")
    .input(z.object({ id: idSchema, isBulk: z.boolean() }))
    .output(z.object({ locationId: idSchema.nullable(), confidence: z.int().nullable() }))
    .mutation(({ ctx, input }) => geocodeUnplaced(ctx.deps, ctx.actor, input)),
  takeBack: procedureFor("location.edit")
    .input(z.object({ id: idSchema }))
    .output(z.void())
    .mutation(({ ctx, input }) => takeUnplacedBack(ctx.deps, ctx.actor, input)),
  setAside: procedureFor("location.edit")
    .input(settleUnplacedInput)
    .output(changedSchema)
    .mutation(({ ctx, input }) => setUnplacedAside(ctx.deps, ctx.actor, input)),
  bringBack: procedureFor("location.edit")
    .input(settleUnplacedInput)
    .output(changedSchema)
    .mutation(({ ctx, input }) => bringUnplacedBack(ctx.deps, ctx.actor, input)),
});
