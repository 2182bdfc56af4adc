import { planWalkRoute, type WalkStop } from "../walk-route";

/** An unhurried pace with stops to look for numbers: 4.5 km/h. */
export const paceKmh = 4.5;
/** From the pavement to the door and back. */
export const approachM = 20;
/**
 * Knocking, waiting and, at one door in three, talking. Chosen so that two hours in a suburb are about 40 doors, which is what
 * organisers of field campaigns plan with.
 */
export const secondsADoor = 150;

const metresAMinute = (paceKmh * 1_000) / 60;

export type WalkTime = { walkMetres: number; crossings: number; walkMinutes: number; minutes: number };

export const minutesFor = (metres: number, doors: number): number => metres / metresAMinute + (doors * secondsADoor) / 60;

/** How long a turf takes: the way from door to door in walking order, up to each building, and the time at the doors. */
export const walkTimeOf = (stops: readonly (WalkStop & { doors: number })[]): WalkTime => {
  const route = planWalkRoute(stops);
  const walkMetres = route.distanceM + stops.length * approachM;
  const doors = stops.reduce((sum, stop) => sum + stop.doors, 0);
  return {
    walkMetres: Math.round(walkMetres),
    crossings: route.crossings,
    walkMinutes: Math.round(minutesFor(walkMetres, 0)),
    minutes: Math.round(minutesFor(walkMetres, doors)),
  };
};
