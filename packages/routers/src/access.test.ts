import { expect, it } from "vitest";
import { describeSurface, proceduresOf } from "./procedure-list";
import { adminRouter, canvassRouter, mediaRouter, publicRouter } from ".";

const surfaces = { admin: adminRouter, public: publicRouter, canvass: canvassRouter, media: mediaRouter };

// The lists are reviewed: a new line says who may call what and what comes out. After a change that is meant, write them anew:
//   npx vitest run --project unit packages/routers/src/access.test.ts --update
it.each(Object.entries(surfaces))("the %s surface offers exactly what the reviewed list says", async (name, router) => {
  await expect(`${describeSurface(router).join("\n")}\n`).toMatchFileSnapshot(`./access/${name}.txt`);
});

it.each(Object.entries(surfaces))("every procedure of the %s surface says who may call it and what comes out", (_name, router) => {
  const bare = proceduresOf(router).filter(({ access, hasOutput }) => access === null || !hasOutput);
  expect(bare.map(({ path }) => path)).toEqual([]);
});

it("lets only workers in through the media surface, and workers nowhere else", () => {
  const kinds = (name: keyof typeof surfaces) => new Set(proceduresOf(surfaces[name]).map(({ access }) => access?.kind));
  expect([...kinds("media")]).toEqual(["worker"]);
  for (const name of ["admin", "public", "canvass"] as const) expect(kinds(name)).not.toContain("worker");
});

it("asks for no more than an account on the public surface", () => {
  const asking = proceduresOf(publicRouter).filter(({ access }) => access?.kind === "permission");
  expect(asking.map(({ path }) => path)).toEqual([]);
});

const secret = /password|pass$|hash$|secret|sealed|tokensValidFrom/i;
// The words that say whether there is a secret, and the ones that are the answer themselves.
const harmless = new Set(["smtpPassSet", "inboundImapPassSet", "mustChangePassword"]);

it.each(Object.entries(surfaces))("nothing that comes out of the %s surface is named like a secret", (_name, router) => {
  const leaks = proceduresOf(router).flatMap(({ path, outputFields }) =>
    outputFields.filter((field) => secret.test(field) && !harmless.has(field)).map((field) => `${path}: ${field}`),
  );
  expect(leaks).toEqual([]);
});
