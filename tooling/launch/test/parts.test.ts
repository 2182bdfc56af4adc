import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { describeHouse } from "../src/describe-house.mjs";
import { findChromium } from "../src/find-chromium.mjs";
import { requireFreePort } from "../src/free-port.mjs";
import { isNewEnough, requireNode } from "../src/node-version.mjs";
import { countResults } from "../src/test-totals.mjs";

describe("the version of Node", () => {
  it.each([
    ["v20.19.0", true],
    ["20.20.1", true],
    ["22.0.0", true],
    ["20.18.3", false],
    ["18.20.0", false],
  ])("%s", (version, enough) => {
    expect(isNewEnough(version)).toBe(enough);
  });

  it("is told with the way out", () => {
    expect(() => requireNode("18.20.0")).toThrow("Node 18.20.0 is too old: install Node 20.19 or newer from https://nodejs.org.");
  });
});

describe("a port", () => {
  it("that is taken is told before anything is started", async () => {
    const other = net.createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as net.AddressInfo;
    await expect(requireFreePort(port)).rejects.toThrow(
      `Port ${port} is taken by another program: stop that program, or choose another port with --port.`,
    );
    other.close();
    await once(other, "close");
    await expect(requireFreePort(port)).resolves.toBeUndefined();
  });
});

describe("totals of a test run", () => {
  const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((one) => ({ status: one })) });

  it.each([
    ["all passed", { numPassedTests: 5, numFailedTests: 0, testResults: [file("passed", "passed")] }, 0, { passed: 5, failed: 0 }],
    ["one failed", { numPassedTests: 4, numFailedTests: 1, testResults: [file("failed", "failed")] }, 1, { passed: 4, failed: 1 }],
    [
      "a file that could not be loaded",
      { numPassedTests: 4, numFailedTests: 0, testResults: [file("failed")] },
      1,
      { passed: 4, failed: 1 },
    ],
    ["an error outside of all tests", { numPassedTests: 4, numFailedTests: 0, testResults: [] }, 1, { passed: 4, failed: 1 }],
    ["a run that ended before its report", null, 1, { passed: 0, failed: 1 }],
  ])("%s", (_name, report, exitCode, totals) => {
    expect(countResults(report, exitCode)).toEqual(totals);
  });
});

describe("Chromium", () => {
  it("is found by its variable, then on the path, or not at all", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cml-chromium-"));
    const program = path.join(folder, "chromium");
    expect(findChromium({ PATH: folder })).toBeNull();
    fs.writeFileSync(program, "");
    expect(findChromium({ PATH: `/nowhere:${folder}` })).toBe(program);
    expect(findChromium({ PATH: "", CHROMIUM_PATH: program })).toBe(program);
    fs.rmSync(folder, { recursive: true });
  });
});

describe("what is said after the start", () => {
  const house = { url: "http://localhost:4000", dataDir: "/srv/data", embeddedMail: true, administrator: null };

  it("names every door", () => {
    const text = describeHouse(house);
    for (const door of ["/", "/admin/", "/canvass/", "/mailbox"]) expect(text).toContain(`http://localhost:4000${door}\n`);
    expect(text).not.toContain("assword");
  });

  it("shows how to sign in once, when the account has just been made", () => {
    const text = describeHouse({ ...house, administrator: { email: "admin@example.org", password: "Aa2-Bb3" } });
    expect(/\S+@\S+\.\S+/.exec(text)?.[0]).toBe("admin@example.org");
    expect(/password\W+(\S+)/i.exec(text)?.[1]).toBe("Aa2-Bb3");
  });
});
