import { expect, it } from "vitest";
import { inTurn } from "./in-turn";

it("begins one after another for a shift, also after one that failed, and lets other shifts pass", async () => {
  const heard: string[] = [];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => (open = resolve));
  const first = inTurn("a", async () => {
    heard.push("a1 begins");
    await gate;
    throw new Error("lost");
  });
  const second = inTurn("a", () => Promise.resolve(heard.push("a2")));
  await inTurn("b", () => Promise.resolve(heard.push("b1")));
  expect(heard).toEqual(["a1 begins", "b1"]);
  open();
  await expect(first).rejects.toThrow("lost");
  await second;
  expect(heard).toEqual(["a1 begins", "b1", "a2"]);
});
