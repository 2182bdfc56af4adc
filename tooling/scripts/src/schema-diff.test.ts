import { describe, expect, it } from "vitest";
import { currentSchema, diffSchemas, migratedSchema } from "./schema-diff.mjs";

describe("the checked-in migrations", () => {
  it("lead to exactly the schema of today", async () => {
    expect(migratedSchema()).not.toBeNull();
    expect(await diffSchemas(migratedSchema(), currentSchema())).toBe("");
  });

  it("would notice a new field", async () => {
    const changed = currentSchema().replace("model MediaWorker {", "model MediaWorker {\n  colour String?");
    expect(await diffSchemas(migratedSchema(), changed)).toContain('ADD COLUMN     "colour" TEXT');
  });
});
