import { z } from "zod";

/**
 * What processes tell one another. Delivery is at most once, so an event may only speed things up (drop a cache, redraw
 * a page), never carry truth.
 */
export const domainEventSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("user.changed"), userId: z.uuid() }),
  z.object({ type: z.literal("settings.changed") }),
  z.object({ type: z.literal("campaign.changed"), campaignId: z.uuid(), slug: z.string() }),
  z.object({ type: z.literal("letter.changed"), campaignId: z.uuid() }),
  z.object({ type: z.literal("visit.recorded"), cutId: z.uuid(), addressId: z.uuid() }),
  z.object({ type: z.literal("boundaries.changed") }),
  z.object({ type: z.literal("representatives.changed") }),
  z.object({ type: z.literal("import.progress"), importId: z.uuid() }),
]);
export type DomainEvent = z.infer<typeof domainEventSchema>;

const envelopeSchema = z.object({ from: z.string(), event: domainEventSchema });

/** An event as it travels: `from` names the sending process, so that it does not hear itself twice. */
export const wrapEvent = (from: string, event: DomainEvent): string => JSON.stringify({ from, event });

/** Reads an event from the wire; null for one this version does not know, which a newer process may send. */
export const unwrapEvent = (text: string): { from: string; event: DomainEvent } | null => {
  const parsed = envelopeSchema.safeParse(jsonOrUndefined(text));
  return parsed.success ? parsed.data : null;
};

const jsonOrUndefined = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
