import { type Node, parse } from "acorn";
import { full } from "acorn-walk";
import type { Plugin } from "vite";

/**
 * What Chrome 108 and iOS 15.4 do not have. Grammar newer than ES2022 does not parse at all; the rest of ES2022 that Safari
 * got later, and newer functions that no build step supplies, are named here (dates from caniuse and MDN's tables).
 */
const laterFunctions = new Map([
  ["toSorted", "Safari 16"],
  ["toReversed", "Safari 16"],
  ["toSpliced", "Safari 16"],
  ["fromAsync", "Safari 16.4"],
  ["withResolvers", "Safari 17.4"],
  ["groupBy", "Safari 17.4"],
  ["canParse", "Safari 17"],
  ["isWellFormed", "Safari 16.4"],
  ["toWellFormed", "Safari 16.4"],
  ["showPicker", "Safari 16"],
  ["togglePopover", "Safari 17"],
  ["showPopover", "Safari 17"],
  ["checkVisibility", "Safari 17.4"],
]);

// The object and the function of calls such as AbortSignal.timeout().
const laterStatics = new Map([
  ["AbortSignal.timeout", "Safari 16"],
  ["AbortSignal.any", "Safari 17.4"],
  ["Intl.DurationFormat", "Safari 16.4"],
]);

type Any = Node & Record<string, unknown>;
const nameOf = (node: unknown): string => {
  const { type, name } = (node ?? {}) as { type?: string; name?: string };
  return type === "Identifier" ? (name ?? "") : "";
};

const complaintAbout = (node: Any): string | null => {
  if (node.type === "StaticBlock") return "static blocks need Safari 16.4";
  if (node.type === "Literal" && node["regex"] !== undefined)
    return complaintAboutPattern(node["regex"] as { pattern: string; flags: string });
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return null;
  const callee = node["callee"] as Any;
  if (callee.type !== "MemberExpression") return null;
  const called = nameOf(callee["property"]);
  const whole = `${nameOf(callee["object"])}.${called}`;
  const since = laterStatics.get(whole) ?? (node["optional"] === true ? undefined : laterFunctions.get(called));
  return since === undefined ? null : `${laterStatics.has(whole) ? whole : called}() needs ${since}`;
};

const complaintAboutPattern = ({ pattern, flags }: { pattern: string; flags: string }): string | null => {
  if (/\(\?<[=!]/.test(pattern)) return `/${pattern}/ looks behind, which needs Safari 16.4`;
  return flags.includes("v") ? `/${pattern}/v needs Chrome 112` : null;
};

/** Each thing in a script that the oldest browsers we promise cannot run. */
export const newerThanPromised = (code: string): string[] => {
  const found = new Set<string>();
  try {
    full(parse(code, { ecmaVersion: 2022, sourceType: "module" }), (node) => {
      const complaint = complaintAbout(node as Any);
      if (complaint !== null) found.add(complaint);
    });
  } catch (error) {
    found.add(`grammar newer than ES2022: ${error instanceof Error ? error.message : String(error)}`);
  }
  return [...found];
};

// Rules that are dropped whole, or change a layout, where they are not known. What is only skipped (text-wrap: balance,
// field-sizing: content) is allowed: the page is complete without it.
const laterStyles: readonly (readonly [RegExp, string])[] = [
  [/:has\(/, ":has() needs Firefox 121"],
  [/(?:color-mix|oklch|oklab|lch|lab|light-dark)\(/, "newer colour functions need Safari 16.2 and Chrome 111"],
  [/@container\b|container-type:/, "container queries need Safari 16"],
  [/\d[dsl]v[hw]\b/, "dvh, svh and lvh need iOS 15.4 to the letter; write vh"],
  [/@(?:scope|starting-style|view-transition|position-try)\b/, "newer at-rules need Chrome 111 and more"],
  [/@media[^{]*[<>]/, "media ranges need Safari 16.4"],
  [/(?:^|[{;}])\s*&|[{;]\s*[.#:[>+~][^{};]*\{/, "nested rules need Chrome 112"],
  [/\b(?:subgrid|masonry)\b/, "subgrid needs Safari 16 and Chrome 117"],
  [/\b(?:sin|cos|tan|round|mod|rem|pow|sqrt)\(/, "newer arithmetic needs Chrome 111 and more"],
];

/** Each thing in a built style sheet that the oldest browsers we promise would drop with something people need. */
export const newerStylesThanPromised = (css: string): string[] => {
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, "").replace(/url\([^)]*\)/g, "url()");
  return laterStyles.filter(([pattern]) => pattern.test(withoutGroups(bare))).map(([, complaint]) => complaint);
};

/** Takes the wrapping of @media and @supports away, so that a rule inside one does not look nested. */
const withoutGroups = (css: string): string => css.replace(/@(?:supports|keyframes|layer)[^{;]*\{/g, "").replace(/@media([^{<>]*)\{/g, "}");

/** Fails the build when a script or style sheet needs a newer browser than Chrome 108 or iOS 15.4. */
export const shippedSyntax = (): Plugin => ({
  name: "shipped-syntax",
  apply: (_config, { isSsrBuild }) => isSsrBuild !== true,
  generateBundle(_options, bundle) {
    for (const file of Object.values(bundle)) {
      const complaints =
        file.type === "chunk"
          ? newerThanPromised(file.code)
          : file.fileName.endsWith(".css")
            ? newerStylesThanPromised(typeof file.source === "string" ? file.source : new TextDecoder().decode(file.source))
            : file.fileName.endsWith(".js")
              ? newerThanPromised(typeof file.source === "string" ? file.source : new TextDecoder().decode(file.source))
              : [];
      if (complaints.length > 0) this.error(`${file.fileName} needs a newer browser: ${complaints.join("; ")}`);
    }
  },
});
