import { seedReferenceData } from "@cml/prisma/seed";
import { startTemplateDatabase } from "@cml/testing";
import type { TestProject } from "vitest/node";

/** Starts one PostgreSQL for the run with a migrated and seeded template; each test file clones it (createTestDb). */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const { adminUrl, templateName, stop } = await startTemplateDatabase({
    adminUrl: process.env["TEST_DATABASE_URL"],
    fill: seedReferenceData,
  });
  project.provide("templateDatabase", { adminUrl, templateName });
  return stop;
};
