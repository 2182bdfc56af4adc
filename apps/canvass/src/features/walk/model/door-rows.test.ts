import type { TurfDoor } from "@cml/domain/map";
import { describe, expect, it } from "vitest";
import type { FieldEvent } from "../../../offline/field-events";
import type { EventState, StoredEvent } from "../../../offline/store";
import { doorRows, matches, nextDoor } from "./door-rows";

const morning = new Date("2026-11-21T17:00:00Z");
const door = (id: string, address: string, lastVisitedAt: Date | null = null): TurfDoor => ({
  locationId: id,
  latitude: 49.28,
  longitude: -123.1,
  address,
  streetKey: "",
  civicNumber: null,
  buildingType: "SINGLE_FAMILY",
  buildingNotes: null,
  units: [
    {
      id: `unit-${id}`,
      unitNumber: null,
      firstName: null,
      lastName: null,
      supportLevel: "LEVEL_2",
      supportDeclined: false,
      sign: false,
      notes: "Dog",
      doNotContact: false,
      lastVisitedAt,
      lastOutcome: lastVisitedAt === null ? null : "NOT_HOME",
    },
  ],
});
const event = (doorId: string, at: string, state: EventState = "waiting"): StoredEvent<FieldEvent> => ({
  id: `${doorId}-${at}`,
  userId: "me",
  recordedAt: Date.parse(at),
  holdMs: 0,
  state,
  attempts: 0,
  reason: null,
  payload: {
    kind: "visit",
    assignmentId: "turf",
    input: {
      id: `${doorId}-${at}`,
      sessionId: "walk",
      addressId: `unit-${doorId}`,
      outcome: "SPOKE_WITH",
      supportLevel: "LEVEL_1",
      supportDeclined: false,
      leanCode: null,
      signRequested: true,
      signSize: null,
      notes: null,
      durationSeconds: null,
      place: null,
      recordedAt: new Date(at),
    },
  },
});

describe("what is known of a door", () => {
  it("is the phone's own result as long as the server's is older", () => {
    const [row] = doorRows(
      [door("a", "7 Main St, Vancouver, BC", new Date("2026-11-20T00:00:00Z"))],
      [event("a", "2026-11-21T18:00:00Z")],
      morning,
    );
    expect(row).toMatchObject({ done: true, number: "7", street: "Main St" });
    expect(row?.units[0]?.state).toMatchObject({
      outcome: "SPOKE_WITH",
      supportLevel: "LEVEL_1",
      sign: true,
      note: "Dog",
      local: "waiting",
    });
  });

  it("is the server's when a teammate was there later", () => {
    const later = new Date("2026-11-21T19:00:00Z");
    const [row] = doorRows([door("a", "7 Main St", later)], [event("a", "2026-11-21T18:00:00Z", "sent")], morning);
    expect(row?.units[0]?.state).toMatchObject({ outcome: "NOT_HOME", at: later, local: null });
  });

  it("does not count last month's visit as done", () => {
    const [row] = doorRows([door("a", "7 Main St", new Date("2026-10-01T00:00:00Z"))], [], morning);
    expect(row?.done).toBe(false);
  });
});

describe("walking on", () => {
  const rows = (done: string[]) =>
    doorRows(
      [door("a", "1 Élan St"), door("b", "3 Elan St"), door("c", "5 Elan St")],
      done.map((id) => event(id, "2026-11-21T18:00:00Z")),
      morning,
    );

  it("goes to the next door that is not done, round once", () => {
    expect(nextDoor(rows(["a"]), "a")?.locationId).toBe("b");
    expect(nextDoor(rows(["b", "c"]), "c")?.locationId).toBe("a");
    expect(nextDoor(rows(["a", "b", "c"]), "a")).toBeNull();
    expect(nextDoor(rows([]), null)?.locationId).toBe("a");
  });

  it("finds a door by number and street without accents", () => {
    expect(
      rows([])
        .filter((row) => matches(row, "1 elan"))
        .map(({ locationId }) => locationId),
    ).toEqual(["a"]);
  });
});
