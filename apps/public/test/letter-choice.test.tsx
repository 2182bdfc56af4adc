import * as catalogues from "@cml/i18n/public";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, expect, it } from "vitest";
import { LetterChoice } from "../src/features/campaigns/letter-panel/LetterChoice";
import { PanelRoot } from "../src/islands/PanelRoot";
import { aTarget } from "./a-target";

const council = Array.from({ length: 25 }, (_, index) => aTarget(`p${index}`, { name: `Person ${index + 1}` }));

const Choosing = ({ size }: { size: number }) => {
  const [at, choose] = useState(0);
  return (
    <>
      <LetterChoice people={council.slice(0, size)} at={at} onChoose={choose} />
      <p>In view: {council[at]?.name}</p>
    </>
  );
};

const show = (size: number) =>
  render(
    <PanelRoot
      component={Choosing}
      data={{
        locale: "en",
        organization: "Safe Streets",
        timeZone: "America/Toronto",
        prefixes: { en: "", fr: "/fr" },
        texts: catalogues.en,
        props: { size },
      }}
    />,
  );

afterEach(cleanup);

it("names a few people and asks nothing where there is one", () => {
  show(1);
  expect(screen.queryByRole("group")).toBeNull();
  cleanup();
  show(4);
  fireEvent.click(screen.getByRole("button", { name: "Person 3" }));
  expect(screen.getByText("In view: Person 3")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Person 3" }).getAttribute("aria-pressed")).toBe("true");
});

it("lets one leaf through a council in one row, or pick somebody from a list", () => {
  show(25);
  expect(screen.getAllByRole("button")).toHaveLength(2);
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Previous letter" }).disabled).toBe(true);
  fireEvent.click(screen.getByRole("button", { name: "Next letter" }));
  expect(screen.getByText("In view: Person 2")).toBeTruthy();
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "24" } });
  expect(screen.getByText("In view: Person 25")).toBeTruthy();
  expect(screen.getByRole("option", { name: "25 of 25: Person 25" })).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Next letter" }).disabled).toBe(true);
});
