import { expect, it } from "vitest";
import { deedOf } from "./desk-keys";

const press = (key: string, given: object = {}) =>
  deedOf({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, defaultPrevented: false, target: document.body, ...given });

it("knows each key, small or large", () => {
  expect(["a", "R", "e", "b", "p", "w", "h", "u", "j", "k", "ArrowRight", "ArrowLeft", "?"].map((key) => press(key))).toEqual(
    ["approve", "reject", "edit", "boxes", "proof", "preview", "history", "undo", "next", "previous", "next", "previous", "keys"], // prettier-ignore
  );
  expect(press("x")).toBeNull();
});

it("leaves the browser's own keys and those of fields and dialogs alone", () => {
  expect(press("r", { ctrlKey: true })).toBeNull();
  expect(press("a", { metaKey: true })).toBeNull();
  const field = document.createElement("textarea");
  expect(press("a", { target: field })).toBeNull();
  const dialog = document.createElement("div");
  dialog.setAttribute("role", "dialog");
  const inside = dialog.appendChild(document.createElement("button"));
  expect(press("u", { target: inside })).toBeNull();
  expect(press("a", { defaultPrevented: true })).toBeNull();
});

it("decides once however long a key is held, but goes on from one to the next", () => {
  expect(press("a", { repeat: true })).toBeNull();
  expect(press("j", { repeat: true })).toBe("next");
});
