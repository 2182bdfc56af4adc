import { expect, it } from "vitest";
import { localText, momentOfText } from "./local-moment";

it("reads a clock of the organisation, wherever the browser stands and on both sides of summer time", () => {
  expect(momentOfText("2026-12-09 18:30:00", "America/Edmonton")?.toISOString()).toBe("2026-12-10T01:30:00.000Z");
  expect(momentOfText("2026-07-09 18:30:00", "America/Edmonton")?.toISOString()).toBe("2026-07-10T00:30:00.000Z");
  expect(momentOfText("2026-07-09 18:30:00", "America/St_Johns")?.toISOString()).toBe("2026-07-09T21:00:00.000Z");
  expect(momentOfText(null, "America/Edmonton")).toBeNull();
});

it("writes the moment back as it was read", () => {
  expect(localText(momentOfText("2026-12-09 18:30:00", "America/Toronto"), "America/Toronto")).toBe("2026-12-09 18:30:00");
  expect(localText(null, "America/Toronto")).toBeNull();
});
