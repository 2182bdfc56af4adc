import { expect, it } from "vitest";
import { versionFor } from "./letter-version";

const version = (id: string, given: object = {}) => ({
  id,
  handling: "WRITE" as const,
  positions: [],
  parties: [],
  levels: [],
  locale: null,
  ...given,
});
const target = { position: "UNKNOWN", partyName: "Green Party", level: "MUNICIPAL", preferredLocale: null, handling: "WRITE" } as const;
const chosen = (versions: ReturnType<typeof version>[], given: object = {}) => versionFor(versions, { ...target, ...given })?.id ?? null;

it("takes the first that fits in every way", () => {
  const versions = [
    version("against", { positions: ["AGAINST"] }),
    version("green", { parties: ["green party "] }),
    version("federal", { levels: ["FEDERAL"] }),
    version("all"),
  ];
  expect(chosen(versions)).toBe("green");
  expect(chosen(versions, { position: "AGAINST" })).toBe("against");
  expect(chosen(versions, { partyName: null })).toBe("all");
  expect(chosen(versions, { partyName: null, level: "FEDERAL" })).toBe("federal");
  expect(chosen(versions.slice(0, 3), { partyName: null, level: null })).toBeNull();
});

it("keeps a version in the office's language for offices that ask for it", () => {
  const versions = [version("french", { locale: "fr" })];
  expect(chosen(versions)).toBeNull();
  expect(chosen(versions, { preferredLocale: "en" })).toBeNull();
  expect(chosen(versions, { preferredLocale: "fr" })).toBe("french");
});

it("thanks only with a version that thanks, and asks only with one that asks", () => {
  const versions = [version("thanks", { handling: "THANK" }), version("ask")];
  expect(chosen(versions)).toBe("ask");
  expect(chosen(versions, { handling: "THANK" })).toBe("thanks");
  expect(chosen(versions.slice(1), { handling: "THANK" })).toBeNull();
});
