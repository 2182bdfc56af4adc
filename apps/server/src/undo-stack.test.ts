import { expect, it } from "vitest";
import { createUndoStack } from "./undo-stack";

it("stops in the opposite order, once, and goes on when one part fails", async () => {
  const told: string[] = [];
  const stack = createUndoStack((name) => told.push(`${name} failed`));
  stack.add("database", () => void told.push("database"));
  stack.add("workers", async () => {
    await Promise.reject(new Error("no"));
  });
  stack.add("server", async () => void told.push("server"));
  await Promise.all([stack.run(), stack.run()]);
  expect(told).toEqual(["server", "workers failed", "database"]);
});
