import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

// A test that leaves an error on the console has found something nobody looked at.
let errors: unknown[][] = [];
let listener: MockInstance;

beforeEach(() => {
  errors = [];
  listener = vi.spyOn(console, "error").mockImplementation((...args: unknown[]) => {
    errors.push(args);
  });
});

afterEach(() => {
  listener.mockRestore();
  expect(errors, "the test left errors on the console").toEqual([]);
});
