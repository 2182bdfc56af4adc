import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { findFfprobe } from "./find-ffprobe";

const folder = mkdtempSync(path.join(tmpdir(), "cml-ffprobe-"));
const own = path.join(folder, "ffprobe");
writeFileSync(own, "#!/bin/sh\n");
chmodSync(own, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

it("takes the one that is named, and no other when that is not there", () => {
  expect(findFfprobe(own, "")).toEqual({ path: own, origin: "configured" });
  expect(findFfprobe(path.join(folder, "none"), folder)).toBeNull();
});

it("takes the system's before the package's", () => {
  expect(findFfprobe(undefined, `/nowhere:${folder}`)).toEqual({ path: own, origin: "system" });
  expect(findFfprobe(undefined, "/nowhere")).toMatchObject({ origin: "package" });
});
