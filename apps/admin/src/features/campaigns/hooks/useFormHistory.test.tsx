import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useState } from "react";
import { useFormHistory } from "./useFormHistory";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const setUp = () =>
  renderHook(() => {
    const [values, setValues] = useState({ title: "" });
    return { values, setValues, history: useFormHistory({ values, setValues }) };
  }).result;

const type = (form: ReturnType<typeof setUp>, title: string) => act(() => form.current.setValues({ title }));
const pause = () => act(() => void vi.advanceTimersByTime(600));

it("goes back and forth by pauses in typing, not by letters", () => {
  const form = setUp();
  type(form, "T");
  type(form, "Tr");
  pause();
  type(form, "Trees");
  pause();
  act(() => form.current.history.undo());
  expect(form.current.values.title).toBe("Tr");
  act(() => form.current.history.undo());
  expect(form.current.values.title).toBe("");
  expect(form.current.history.canUndo).toBe(false);
  act(() => form.current.history.redo());
  act(() => form.current.history.redo());
  expect(form.current.values.title).toBe("Trees");
  expect(form.current.history.canRedo).toBe(false);
});

it("takes back what was typed a moment ago, and can bring it back", () => {
  const form = setUp();
  type(form, "Trees");
  act(() => form.current.history.undo());
  expect(form.current.values.title).toBe("");
  pause();
  act(() => form.current.history.redo());
  expect(form.current.values.title).toBe("Trees");
});

it("forgets what was undone once something else is typed", () => {
  const form = setUp();
  type(form, "Trees");
  pause();
  act(() => form.current.history.undo());
  type(form, "Lanes");
  pause();
  expect(form.current.history.canRedo).toBe(false);
  act(() => form.current.history.undo());
  expect(form.current.values.title).toBe("");
});
