import { afterEach, expect, it, vi } from "vitest";
import { uploadFile } from "./upload-file";

const answer = (status: number, headers: Record<string, string>) => new Response(null, { status, headers });
const file = () => new File(["0123456789"], "doors.csv", { lastModified: 1 });
const send = () => uploadFile({ file: file(), purpose: "import", onProgress: () => undefined, signal: new AbortController().signal });

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

it("goes on with what this browser began before, where the server says it stopped", async () => {
  const calls: string[] = [];
  let isOnline = false;
  vi.stubGlobal("fetch", (address: string, { method, headers }: { method: string; headers: Record<string, string> }) => {
    calls.push(`${method} ${address} ${headers["Upload-Offset"] ?? ""}`.trim());
    if (method === "POST") return Promise.resolve(answer(201, { location: "/uploads/one" }));
    if (!isOnline) return Promise.reject(new TypeError("network"));
    return Promise.resolve(answer(method === "HEAD" ? 200 : 204, { "upload-offset": method === "HEAD" ? "4" : "10" }));
  });
  await expect(send()).rejects.toThrow("network");
  isOnline = true;
  calls.length = 0;
  expect(await send()).toBe("uploads/one");
  expect(calls).toEqual(["HEAD /uploads/one", "PATCH /uploads/one 4"]);
  // Whole, it is forgotten: the same file again is another upload.
  calls.length = 0;
  await send();
  expect(calls[0]).toBe("POST /uploads");
});

it("begins anew when the server no longer knows it", async () => {
  localStorage.setItem("cml-upload:import:doors.csv:10:1", "/uploads/gone");
  vi.stubGlobal(
    "fetch",
    (_address: string, { method }: { method: string }) =>
    Promise.resolve(method === "HEAD" ? answer(404, {}) : answer(method === "POST" ? 201 : 204, { location: "/uploads/two", "upload-offset": "10" })), // prettier-ignore
  );
  expect(await send()).toBe("uploads/two");
});
