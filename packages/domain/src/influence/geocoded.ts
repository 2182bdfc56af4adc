import { z } from "zod";

const degree = z.string().transform(Number).pipe(z.number().min(-180).max(180));

/** What Nominatim answers to a search in its `jsonv2` form, best place first. */
export const nominatimAnswerSchema = z.array(
  z.object({
    lat: degree,
    lon: degree,
    display_name: z.string(),
    address: z.object({ house_number: z.string().optional(), "ISO3166-2-lvl4": z.string().optional() }).catch({}),
  }),
);
