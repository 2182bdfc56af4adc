import { type Feature, namesOf } from "./names";

/** Files of an empty feature by path from the repository's root: find one by its id, through every layer. */
export const featureFiles = (feature: Feature): Record<string, string> => {
  const { area, noun, surface } = feature;
  const { type, one, folder } = namesOf(feature);
  return {
    [`packages/domain/src/${area}/${noun}.ts`]: domain(feature),
    [`packages/domain/src/${area}/${noun}.test.ts`]: domainTest(feature),
    [`packages/db/src/${area}/${folder}.ts`]: `import { type ${type}, ${one}Schema } from "@cml/domain/${area}";
import type { Db } from "../client";

export const find${type} = async (db: Db, id: string): Promise<${type} | null> => {
  const row = await db.prisma.${one}.findUnique({ where: { id } });
  return row === null ? null : ${one}Schema.parse(row);
};
`,
    [`packages/services/src/${area}/${folder}/get-${noun}.ts`]: service(feature),
    [`packages/services/src/${area}/${folder}/get-${noun}.db.test.ts`]: serviceTest(feature),
    [`packages/routers/src/${area}/${folder}/${surface}.ts`]: procedures(feature),
  };
};

const domain = (feature: Feature): string => {
  const { type, one } = namesOf(feature);
  return `import { z } from "zod";

export const ${one}Schema = z.object({ id: z.uuid(), createdAt: z.date(), updatedAt: z.date() });
export type ${type} = z.infer<typeof ${one}Schema>;

export const ${one}IdInput = z.strictObject({ id: z.uuid() });
export type ${type}IdInput = z.infer<typeof ${one}IdInput>;
`;
};

const domainTest = (feature: Feature): string => {
  const { one } = namesOf(feature);
  return `import { expect, it } from "vitest";
import { ${one}IdInput } from "./${feature.noun}";

it("is asked for by an id and nothing else", () => {
  const id = "0199aaaa-0000-7000-8000-000000000001";
  expect(${one}IdInput.safeParse({ id }).success).toBe(true);
  expect(${one}IdInput.safeParse({ id: "1" }).success).toBe(false);
  expect(${one}IdInput.safeParse({ id, more: true }).success).toBe(false);
});
`;
};

const service = (feature: Feature): string => {
  const { type } = namesOf(feature);
  return `import { find${type} } from "@cml/db/${feature.area}";
import type { ${type}, ${type}IdInput } from "@cml/domain/${feature.area}";
import { type Actor, AppError } from "@cml/domain/kernel";
import type { Deps } from "../../deps";

export const get${type} = async (deps: Deps, _actor: Actor, { id }: ${type}IdInput): Promise<${type}> => {
  const found = await find${type}(deps.db, id);
  if (found === null) throw new AppError("NOT_FOUND", "procedure.notFound");
  return found;
};
`;
};

const serviceTest = (feature: Feature): string => {
  const { type, one } = namesOf(feature);
  return `import { anActor, createTestDb, testDeps, type TestDb } from "@cml/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { get${type} } from "./get-${feature.noun}";

let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

it("gives the one asked for", async () => {
  const { id } = await test.db.prisma.${one}.create({ data: {} });
  expect(await get${type}(testDeps({ db: test.db }), anActor("SUPER_ADMIN"), { id })).toMatchObject({ id });
});

it("says so when there is none", async () => {
  const deps = testDeps({ db: test.db });
  await expect(get${type}(deps, anActor("SUPER_ADMIN"), { id: deps.newId() })).rejects.toMatchObject({ code: "NOT_FOUND" });
});
`;
};

// Who may look at the area in general; the author of the feature narrows it where that is too wide.
const viewOf = {
  auth: "user.view", influence: "campaign.view", map: "location.view", canvass: "visit.view",
  content: "page.view", media: "video.view", settings: "settings.view",
} as const; // prettier-ignore

const procedures = (feature: Feature): string => {
  const { type, one, router } = namesOf(feature);
  const start = {
    admin: `procedureFor("${viewOf[feature.area]}")`,
    public: "publicProcedure",
    canvass: "signedInProcedure",
    media: "workerProcedure",
  }[feature.surface];
  return `import { ${one}IdInput, ${one}Schema } from "@cml/domain/${feature.area}";
import { get${type} } from "@cml/services/${feature.area}";
import { ${start.split("(")[0] ?? start}, router } from "../../trpc/procedures";

export const ${router} = router({
  get: ${start}
    .input(${one}IdInput)
    .output(${one}Schema)
    .query(({ ctx, input }) => get${type}(ctx.deps, ctx.actor, input)),
});
`;
};
