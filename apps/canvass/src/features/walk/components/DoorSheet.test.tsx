import { AppTheme } from "@cml/ui";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { startLanguage } from "../../../language";
import type { DoorRow, Unit } from "../model/door-rows";
import { DoorSheet } from "./DoorSheet";

beforeAll(() => startLanguage());
afterEach(cleanup);

const unit = (id: string, more: Partial<Unit> = {}): Unit => ({
  id,
  unitNumber: null,
  firstName: "Ada",
  lastName: "Roy",
  supportLevel: null,
  supportDeclined: false,
  sign: false,
  notes: null,
  doNotContact: false,
  lastVisitedAt: null,
  lastOutcome: null,
  state: { outcome: null, at: null, supportLevel: null, supportDeclined: false, sign: false, note: "Ring twice", local: null },
  done: false,
  ...more,
});
const door = (units: Unit[]): DoorRow => ({
  locationId: "door",
  latitude: 49.28,
  longitude: -123.1,
  address: "7 Main St",
  streetKey: "",
  civicNumber: 7,
  buildingType: "SINGLE_FAMILY",
  buildingNotes: null,
  number: "7",
  street: "Main St",
  done: false,
  units,
});

const show = (props: Partial<Parameters<typeof DoorSheet>[0]>) => {
  const onRecord = vi.fn(async () => undefined);
  const handlers = { onUnit: vi.fn(), onClose: vi.fn(), onStart: vi.fn() };
  render(
    <AppTheme>
      <DoorSheet door={door([unit("one")])} unitId="one" lastSaved={null} onRecord={onRecord} {...handlers} {...props} />
    </AppTheme>,
  );
  return { onRecord, ...handlers };
};
const press = async (name: string) => fireEvent.click(await screen.findByRole("button", { name }));

it("saves a result with two taps, and shows who lives there and the last note", async () => {
  const { onRecord } = show({});
  await screen.findByText("Ada Roy");
  await screen.findByText("Note: Ring twice");
  expect((await screen.findByRole<HTMLButtonElement>("button", { name: "Choose what happened" })).disabled).toBe(true);
  await press("Not home");
  await press("Save visit");
  await waitFor(() => expect(onRecord).toHaveBeenCalledTimes(1));
  expect(onRecord).toHaveBeenCalledWith("one", {
    outcome: "NOT_HOME",
    supportLevel: null,
    supportDeclined: false,
    signRequested: false,
    notes: null,
  });
});

it("keeps support and sign only of a conversation", async () => {
  const { onRecord } = show({});
  await press("Spoke with");
  await press("Leaning support");
  await press("Wants a sign");
  await press("Refused");
  await press("Save visit");
  await waitFor(() => expect(onRecord).toHaveBeenCalledWith("one", expect.objectContaining({ supportLevel: null, signRequested: false })));
  await press("Spoke with");
  await press("Save visit");
  await waitFor(() =>
    expect(onRecord).toHaveBeenLastCalledWith("one", expect.objectContaining({ supportLevel: "LEVEL_2", signRequested: true })),
  );
});

it("asks which unit of a building first", async () => {
  const { onUnit } = show({ door: door([unit("a", { unitNumber: "101" }), unit("b", { unitNumber: "102" })]), unitId: null });
  expect(screen.queryByRole("button", { name: "Not home" })).toBeNull();
  await press("102");
  expect(onUnit).toHaveBeenCalledWith("b");
});

it("offers no form where nobody may be contacted, nor before the walk", async () => {
  show({ door: door([unit("one", { doNotContact: true })]) });
  await screen.findByText("They asked not to be visited. Please go on to the next door.");
  expect(screen.queryByRole("button", { name: "Not home" })).toBeNull();
  cleanup();
  const { onStart } = show({ onRecord: null });
  expect(screen.queryByRole("button", { name: "Not home" })).toBeNull();
  await press("Start walking");
  expect(onStart).toHaveBeenCalled();
});

it("says Undo while the last visit is here, and Change once it has gone out", async () => {
  const onUndo = vi.fn();
  show({ lastSaved: { door: "5 Main St", outcome: "REFUSED", canTakeBack: true, onUndo } });
  await press("Undo");
  expect(onUndo).toHaveBeenCalled();
  cleanup();
  show({ lastSaved: { door: "5 Main St", outcome: "REFUSED", canTakeBack: false, onUndo } });
  await screen.findByRole("button", { name: "Change" });
});
