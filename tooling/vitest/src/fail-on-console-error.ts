import { afterEach, beforeEach, expect, vi } from "vitest";

// A test that leaves an error on the console has found something nobody looked at.
let errors: unknown[][] = [];

beforeEach(() => {
  errors = [];
  vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
    errors.push(args);
  });
});

afterEach(() => {
  const seen = errors;
  vi.mocked(console.error).mockRestore?.();
  expect(seen, "the test left errors on the console").toEqual([]);
});
