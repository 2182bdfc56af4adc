import { expect, it } from "vitest";
import { beginHistory, pushRings, redoRings, undoRings } from "./ring-history";

const rings = (id: string) => [{ id, isHole: false, ring: [] }];

it("goes back and forth, and forgets what was taken back once something new is drawn", () => {
  const [a, b, c] = [rings("a"), rings("b"), rings("c")];
  const drawn = pushRings(pushRings(beginHistory(a), b), c);
  expect(undoRings(drawn).present).toBe(b);
  expect(redoRings(undoRings(drawn)).present).toBe(c);
  const other = pushRings(undoRings(undoRings(drawn)), c);
  expect(other).toEqual({ past: [a], present: c, future: [] });
  expect(redoRings(other)).toBe(other);
  expect(undoRings(beginHistory(a)).present).toBe(a);
});
