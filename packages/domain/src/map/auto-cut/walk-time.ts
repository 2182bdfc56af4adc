import { z } from "zod";
import { planWalkRoute, type WalkStop } from "../walk-route";

/** How fast people walk, and how long they are at a door. */
export const walkPaceSchema = z.object({ kmh: z.number().min(1).max(8), minutesADoor: z.number().min(0.25).max(15) });
export type WalkPace = z.infer<typeof walkPaceSchema>;

/**
 * An unhurried pace with stops to look for numbers; at the door knocking, waiting and, at one in three, talking. Chosen so that two
 * hours in a suburb are about 40 doors, which is what organisers of field campaigns plan with.
 */
export const usualPace: WalkPace = { kmh: 4.5, minutesADoor: 2.5 };
/** From the pavement to the door and back. */
export const approachM = 20;
/** Metres from door to door in an ordinary street, its far end included; for a first guess only. */
const usualWayM = 25;

export type WalkTime = { walkMetres: number; crossings: number; walkMinutes: number; minutes: number };

export const minutesFor = (metres: number, doors: number, { kmh, minutesADoor }: WalkPace): number =>
  (metres * 60) / (kmh * 1_000) + doors * minutesADoor;

/** About how many doors so many minutes are in an ordinary street. */
export const doorsIn = (minutes: number, pace: WalkPace): number =>
  Math.max(1, Math.round(minutes / minutesFor(usualWayM + approachM, 1, pace)));

/** How long a turf takes: the way from door to door in walking order, up to each building, and the time at the doors. */
export const walkTimeOf = (stops: readonly (WalkStop & { doors: number })[], pace: WalkPace = usualPace): WalkTime => {
  const route = planWalkRoute(stops);
  const walkMetres = route.distanceM + stops.length * approachM;
  const doors = stops.reduce((sum, stop) => sum + stop.doors, 0);
  return {
    walkMetres: Math.round(walkMetres),
    crossings: route.crossings,
    walkMinutes: Math.round(minutesFor(walkMetres, 0, pace)),
    minutes: Math.round(minutesFor(walkMetres, doors, pace)),
  };
};
