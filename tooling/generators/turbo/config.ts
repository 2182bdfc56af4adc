import { execFileSync } from "node:child_process";
import path from "node:path";
import type { PlopTypes } from "@turbo/gen";
import { makeFeature } from "../src/make-feature";
import { areas, type Feature, nounFault, surfaces } from "../src/names";

const nextSteps = (migration: string) => `wired. Next:
  pnpm db:generate, then pnpm db:migration add_${migration}
  npx vitest run --project unit packages/routers/src/access.test.ts --update
  fields, rules and texts (packages/i18n, both languages), a line in CHANGELOG.md`;

export default function generators(plop: PlopTypes.NodePlopAPI): void {
  plop.setGenerator("feature", {
    description: "One noun through every layer, empty but wired: schema, rows, service, procedure, tests",
    prompts: [
      { type: "list", name: "area", message: "Area", choices: [...areas] },
      { type: "input", name: "noun", message: "Noun, one thing, like landing-page", validate: (noun: string) => nounFault(noun) ?? true },
      { type: "list", name: "surface", message: "Surface", choices: [...surfaces] },
    ],
    actions: [
      (answers) => {
        const { root } = (answers as { turbo: { paths: { root: string } } }).turbo.paths;
        const feature = answers as Feature;
        const written = makeFeature(root, feature);
        execFileSync(path.join(root, "node_modules/.bin/prettier"), ["--write", ...written.filter((file) => file.endsWith(".ts"))], {
          cwd: root,
        });
        return `${written.join("\n")}\n${nextSteps(feature.noun.replaceAll("-", "_"))}`;
      },
    ],
  });
}
