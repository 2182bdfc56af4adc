import { idSchema, latLngSchema } from "@cml/domain/kernel";
import {
  dataQualitySchema, geocodeAnswerSchema, geocodeInput, geocodeRunSchema, geocoderSettingSchema, geocoderTestSchema, mapWorkSchema, reviewInput, startGeocodeRunInput,
  testGeocoderInput, updateGeocodersInput, weakMatchesInput, weakMatchesSchema,
} from "@cml/domain/map"; // prettier-ignore
import {
  cancelGeocodeRun, countMapWork, geocode, getDataQuality, listGeocodeRuns, listGeocoders, listWeakMatches, reverseGeocode, reviewWeakMatch, startGeocodeRun,
  testGeocoder, undoReview, updateGeocoders, weakCandidates,
} from "@cml/services/map"; // prettier-ignore
import { z } from "zod";
import { procedureFor, router } from "../../trpc/procedures";

export const geocodingAdminRouter = router({
  find: procedureFor("location.edit")
    .input(geocodeInput)
    .output(geocodeAnswerSchema)
    .query(({ ctx, input }) => geocode(ctx.deps, ctx.actor, input)),
  reverse: procedureFor("location.edit")
    .input(latLngSchema)
    .output(geocodeAnswerSchema)
    .query(({ ctx, input }) => reverseGeocode(ctx.deps, ctx.actor, input)),
  quality: procedureFor("location.view")
    .input(z.void())
    .output(dataQualitySchema)
    .query(({ ctx }) => getDataQuality(ctx.deps, ctx.actor)),
  work: procedureFor("location.edit")
    .input(z.void())
    .output(mapWorkSchema)
    .query(({ ctx }) => countMapWork(ctx.deps, ctx.actor)),
  weakMatches: procedureFor("location.edit")
    .input(weakMatchesInput)
    .output(weakMatchesSchema)
    .query(({ ctx, input }) => listWeakMatches(ctx.deps, ctx.actor, input)),
  candidates: procedureFor("location.edit")
    .input(z.object({ id: idSchema, askOthers: z.boolean() }))
    .output(geocodeAnswerSchema)
    .query(({ ctx, input }) => weakCandidates(ctx.deps, ctx.actor, input)),
  review: procedureFor("location.edit")
    .input(reviewInput)
    .output(z.object({ updatedAt: z.date() }))
    .mutation(({ ctx, input }) => reviewWeakMatch(ctx.deps, ctx.actor, input)),
  undoReview: procedureFor("location.edit")
    .input(z.object({ id: idSchema, updatedAt: z.date() }))
    .output(z.void())
    .mutation(({ ctx, input }) => undoReview(ctx.deps, ctx.actor, input)),
  runs: procedureFor("location.view")
    .input(z.void())
    .output(z.array(geocodeRunSchema))
    .query(({ ctx }) => listGeocodeRuns(ctx.deps, ctx.actor)),
  startRun: procedureFor("location.edit")
    .input(startGeocodeRunInput)
    .output(geocodeRunSchema)
    .mutation(({ ctx, input }) => startGeocodeRun(ctx.deps, ctx.actor, input)),
  cancelRun: procedureFor("location.edit")
    .input(z.object({ id: idSchema }))
    .output(geocodeRunSchema)
    .mutation(({ ctx, input }) => cancelGeocodeRun(ctx.deps, ctx.actor, input)),
  geocoders: procedureFor("settings.view")
    .input(z.void())
    .output(z.array(geocoderSettingSchema))
    .query(({ ctx }) => listGeocoders(ctx.deps)),
  updateGeocoders: procedureFor("settings.edit")
    .input(updateGeocodersInput)
    .output(z.array(geocoderSettingSchema))
    .mutation(({ ctx, input }) => updateGeocoders(ctx.deps, ctx.actor, input)),
  testGeocoder: procedureFor("settings.edit")
    .input(testGeocoderInput)
    .output(geocoderTestSchema)
    .mutation(({ ctx, input }) => testGeocoder(ctx.deps, ctx.actor, input)),
});
