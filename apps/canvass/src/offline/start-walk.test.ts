import { expect, it } from "vitest";
import { type SessionApi, startWalk } from "./start-walk";

const input = { id: "new", assignmentId: "turf", start: null, startedAt: new Date("2026-11-22T18:00:00Z") };
const refusal = (messageKey: string) =>
  Object.assign(new Error("no"), { data: { httpStatus: 409, code: "CONFLICT", messageKey, requestId: "r", fields: [] } });

const server = (openId: string | null, problem = "canvass.sessionOpen") => {
  const calls: string[] = [];
  let open = openId === null ? null : { id: openId, lastActivityAt: new Date("2026-11-22T17:00:00Z") };
  const api: SessionApi = {
    start: async ({ id }) => {
      calls.push(`start ${id}`);
      if (open !== null) throw refusal(problem);
    },
    current: async () => open,
    end: async ({ id, endedAt }) => {
      calls.push(`end ${id} ${endedAt.toISOString()}`);
      open = null;
    },
  };
  return { api, calls };
};

it("ends the walk left open on another phone, at its last sign of life, and starts", async () => {
  const { api, calls } = server("lost");
  await startWalk(api, input);
  expect(calls).toEqual(["start new", "end lost 2026-11-22T17:00:00.000Z", "start new"]);
});

it("starts at once when none is open", async () => {
  const { api, calls } = server(null);
  await startWalk(api, input);
  expect(calls).toEqual(["start new"]);
});

it("leaves every other refusal as it is", async () => {
  const { api, calls } = server("other", "map.turf.notYours");
  await expect(startWalk(api, input)).rejects.toThrow("no");
  expect(calls).toEqual(["start new"]);
});
