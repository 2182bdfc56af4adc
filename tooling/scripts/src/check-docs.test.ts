import { describe, expect, it } from "vitest";
import { checkDocs, faultsOf } from "./check-docs.mjs";

const facts = {
  exists: (target: string) => ["docs/glossary.md", "docs/pictures/home.png", "packages/db", "README.md"].includes(target),
  scripts: new Set(["start", "check"]),
};
const faults = (text: string, file = "README.md"): string[] => faultsOf(file, text, facts);

describe("a document", () => {
  it.each<[string, string]>([
    ["a link that leads to a file", "[words](docs/glossary.md#cut) and ![home](docs/pictures/home.png)"],
    ["an address elsewhere", "[Node](https://nodejs.org) [mail](mailto:a@example.org) [above](#start)"],
    ["a path that exists", "Rows live in `packages/db`, see `README.md`."],
    ["scripts that exist", "`npm run check`, `npm start -- --port 4000`, `pnpm check`, `pnpm install`"],
    ["a link shown as code", "Write `[text](nowhere.md)`."],
    ["a sentence that begins with pnpm", "pnpm must not be needed."],
    ["a word that is no path", "`text/html` and `a/b`"],
  ])("may have %s", (_what, text) => {
    expect(faults(text)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["a link that leads nowhere", "[words](docs/words.md)", "README.md: the link to docs/words.md leads nowhere"],
    ["a picture that is missing", '<img src="docs/pictures/map.png">', "README.md: the link to docs/pictures/map.png leads nowhere"],
    ["a path that is gone", "See `packages/database`.", "README.md: there is no packages/database"],
    ["a script that is gone", "Run `npm run format:all`.", "README.md: there is no script format:all"],
    ["a script of pnpm that is gone", "```sh\npnpm lint:all\n```", "README.md: there is no script lint:all"],
  ])("may not have %s", (_what, text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it("is read from where it stands", () => {
    expect(faults("[words](../glossary.md)", "docs/decisions/0001.md")).toEqual([]);
    expect(faults("[words](glossary.md)", "docs/decisions/0001.md")).toEqual([
      "docs/decisions/0001.md: the link to docs/decisions/glossary.md leads nowhere",
    ]);
  });
});

it("finds nothing wrong in the documents of this repository", () => {
  expect(checkDocs()).toEqual([]);
});
