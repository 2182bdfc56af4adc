import type { Boxes, ResponseView } from "@cml/domain/influence";
import { AppTheme } from "@cml/ui";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { startLanguage } from "../../../language";
import { aResponseView } from "../model/sample-response";
import { BoxEditor } from "./BoxEditor";

beforeAll(async () => {
  await startLanguage();
});
beforeEach(() => {
  // A picture of 200 by 100 pixels at the corner of the window.
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 200, 100));
  HTMLElement.prototype.setPointerCapture = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const open = (given: Partial<ResponseView> = {}) => {
  const saved: Boxes[] = [];
  const onClose = vi.fn();
  const response = aResponseView({
    text: "Call Ana at 416-555-0199. Ana knows.",
    boxes: { text: [[12, 24]], comment: [], picture: [] },
    ...given,
  });
  render(
    <AppTheme>
      <BoxEditor response={response} onSave={(boxes) => saved.push(boxes)} onClose={onClose} />
    </AppTheme>,
  );
  const save = () => {
    fireEvent.click(screen.getByRole("button", { name: "Save boxes" }));
    return saved.at(-1);
  };
  return { save, saved, onClose };
};

const withPicture = {
  originalUrl: "/responses/1/original",
  screenshotUrl: "/files/responses/1.webp",
  screenshotWidth: 200,
  screenshotHeight: 100,
};
const canvas = () => screen.getByRole("img").parentElement as HTMLElement;
const at = (clientX: number, clientY: number) => ({ clientX, clientY, button: 0, pointerId: 1 });

it("covers what is selected and uncovers what is pressed, by pointer and by key", () => {
  const { save } = open();
  const ink = screen.getByRole("button", { name: /^Covered: 416-555-0199/ });
  const words = ink.closest("p") as HTMLElement;
  const range = document.createRange();
  range.setStart(words.firstChild as Text, 4);
  range.setEnd(words.firstChild as Text, 9);
  window.getSelection()?.addRange(range);
  fireEvent.pointerUp(words);
  expect(save()?.text).toEqual([[5, 8], [12, 24]]); // prettier-ignore
  fireEvent.click(screen.getByRole("button", { name: /^Covered: 416/ }));
  expect(save()?.text).toEqual([[5, 8]]);
  fireEvent.keyDown(screen.getByRole("button", { name: /^Covered: Ana/ }), { key: "Enter" });
  expect(save()?.text).toEqual([]);
});

it("covers words everywhere without a pointer, and what looks personal", () => {
  const { save } = open({ boxes: { text: [], comment: [], picture: [] }, comment: "ana@example.org told me" });
  fireEvent.change(screen.getByLabelText("Cover these words everywhere"), { target: { value: "ana" } });
  fireEvent.click(screen.getByRole("button", { name: "Cover" }));
  expect(save()?.text).toEqual([[5, 8], [26, 29]]); // prettier-ignore
  fireEvent.click(screen.getByRole("button", { name: /^Find phone numbers/ }));
  expect(save()).toMatchObject({ text: [[5, 8], [12, 24], [26, 29]], comment: [[0, 15]] }); // prettier-ignore
  fireEvent.click(within(screen.getByRole("region", { name: "Covered words" })).getByRole("button", { name: "Uncover “416-555-0199”" }));
  expect(save()?.text).toEqual([[5, 8], [26, 29]]); // prettier-ignore
});

it("draws, moves and resizes boxes over the picture with the pointer", () => {
  const { save } = open(withPicture);
  fireEvent.pointerDown(canvas(), at(20, 10));
  fireEvent.pointerMove(canvas(), at(60, 20));
  fireEvent.pointerUp(canvas(), at(100, 30));
  expect(save()?.picture).toEqual([[0.1, 0.1, 0.4, expect.closeTo(0.2)]]);
  // A click draws nothing.
  fireEvent.pointerDown(canvas(), at(5, 5));
  fireEvent.pointerUp(canvas(), at(5, 5));
  expect(save()?.picture).toHaveLength(1);
  const box = screen.getByRole("button", { name: /^Box 1: 10 % from the left/ });
  fireEvent.pointerDown(box, at(50, 20));
  fireEvent.pointerUp(box, at(70, 20));
  expect(save()?.picture[0]?.[0]).toBeCloseTo(0.2);
  const corner = box.querySelector('[data-corner="se"]') as HTMLElement;
  fireEvent.pointerDown(corner, at(120, 30));
  fireEvent.pointerUp(corner, at(140, 40));
  expect(save()?.picture[0]).toEqual([expect.closeTo(0.2), expect.closeTo(0.1), expect.closeTo(0.5), expect.closeTo(0.3)]);
});

it("does the same with the keyboard alone", () => {
  const { save } = open(withPicture);
  fireEvent.click(screen.getByRole("button", { name: "Add a box to the picture" }));
  const box = () => screen.getByRole("button", { name: /^Box 1: / });
  fireEvent.keyDown(box(), { key: "ArrowLeft" });
  fireEvent.keyDown(box(), { key: "ArrowDown", shiftKey: true });
  expect(save()?.picture[0]).toEqual([expect.closeTo(0.34), 0.45, expect.closeTo(0.3), expect.closeTo(0.11)]);
  fireEvent.keyDown(box(), { key: "Delete" });
  expect(save()?.picture).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "Add a box to the picture" }));
  fireEvent.click(screen.getByRole("button", { name: "Remove box 1" }));
  expect(save()?.picture).toEqual([]);
});

it("goes back with Escape and leaves everything as it was", () => {
  const { saved, onClose } = open();
  fireEvent.keyDown(screen.getByRole("button", { name: /^Covered/ }), { key: "Delete" });
  fireEvent.keyDown(screen.getByRole("heading", { level: 2 }), { key: "Escape" });
  expect(onClose).toHaveBeenCalledOnce();
  expect(saved).toEqual([]);
});
