import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type AdminScene, raiseAdminScene } from "../src/admin-scene";
import { lookOver } from "../src/look-over";
import { startRangeServer } from "../src/range-server";

const makeNar = path.resolve(import.meta.dirname, "../../scripts/src/make-nar.mjs");

let scene: AdminScene;
let server: Awaited<ReturnType<typeof startRangeServer>>;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "register-"));
beforeAll(async () => {
  execFileSync(process.execPath, [makeNar, "--rows", "4000", "--out", folder, "--city", "gatineau", "--city", "vancouver", "--zip"]);
  server = await startRangeServer(fs.readFileSync(path.join(folder, "202606.zip")));
  // The register of this town lies on this machine; without being told, no import may ask addresses of one's own network.
  scene = await raiseAdminScene({ env: { REGISTER_NETWORKS: "loopback" } });
});
afterAll(async () => {
  await scene.stop();
  await server.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

it("a register that lies elsewhere is named in the settings, says what has to come, and only the wanted part is brought in", async () => {
  const { admin, faults } = scene;
  const button = (name: string) => admin.getByRole("button", { name });
  const look = async () => {
    await admin.goto("/admin/imports/new?kind=nar");
    await button("See what is there").click();
  };
  await admin.goto("/admin/settings");
  await admin.getByLabel("Address of the National Address Register").fill(`${server.url}/202606.zip`);
  const card = admin.locator("#map-sources");
  await card.getByRole("button", { name: "Save" }).click();
  await admin.getByText("Saved").first().waitFor();
  await card.scrollIntoViewIfNeeded();
  await lookOver(admin, "settings-map-sources");

  server.manner = "whole";
  await look();
  await admin.getByText("does not hand out parts of its file").waitFor({ timeout: 60_000 });
  await lookOver(admin, "imports-remote-no-parts");
  server.manner = "nothing";
  await look();
  await admin.getByText("There was no answer from that address").waitFor({ timeout: 60_000 });

  server.manner = "parts";
  await look();
  await admin.getByRole("checkbox", { name: "QC" }).check();
  await admin.getByText(/Together: .* MB to read, about .* addresses before narrowing, about/).waitFor();
  await lookOver(admin, "imports-remote-part");
  await button("Import without comparing").click();
  await admin.getByRole("heading", { name: "The import is done" }).waitFor({ timeout: 120_000 });
  // Every refusal of the register is answered with an error's status, which a browser writes into its console.
  expect(faults.filter((fault) => !/status of (4|5)\d\d/.test(fault))).toEqual([]);
});
