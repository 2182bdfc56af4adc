// Part of `npm run check`: README, CONTRIBUTING, CHANGELOG and docs name only files and scripts that exist.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const repository = fileURLToPath(new URL("../../..", import.meta.url));
// A word with a slash that starts like a folder of ours claims to be a path of the repository.
const claimsPath = /^\.?\/?(apps|packages|prisma|tooling|docs|examples|\.ci)\/[\w@./-]*$/;
const rootFiles = /^(README|CONTRIBUTING|CHANGELOG|LICENSE|Dockerfile|docker-compose\.yml|\.env\.example|turbo\.json)(\.md)?$/;
// What npm and pnpm do themselves.
const builtIn = new Set(["install", "ci", "exec", "pack", "add", "deploy", "audit"]);

/** What is wrong in one document, one sentence each. `exists` is asked for paths from the repository's root. */
export const faultsOf = (file, text, { exists, scripts }) => [
  ...links(text)
    .map((link) => path.posix.join(path.posix.dirname(file), link))
    .filter((target) => !exists(target))
    .map((target) => `${file}: the link to ${target} leads nowhere`),
  ...codeSpans(text)
    .filter((word) => claimsPath.test(word) || rootFiles.test(word))
    .filter((word) => !exists(word))
    .map((word) => `${file}: there is no ${word}`),
  ...scriptNames(text)
    .filter((name) => !scripts.has(name) && !builtIn.has(name))
    .map((name) => `${file}: there is no script ${name}`),
];

const links = (text) =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g)]
    .map(([, link, picture]) => (link ?? picture).split("#")[0])
    .filter((link) => link !== "" && !/^[a-z]+:/i.test(link));

const withoutCode = (text) => text.replaceAll(/^```[\s\S]*?^```/gm, "").replaceAll(/`[^`\n]*`/g, "");

const codeSpans = (text) => [...text.replaceAll(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`\n]+)`/g)].map(([, word]) => word);

// Only what is shown as code: "npm test" in a sentence is prose.
const scriptNames = (text) =>
  [...[...text.matchAll(/^```[\s\S]*?^```/gm)].map(([block]) => block), ...codeSpans(text)].flatMap((code) =>
    [/\bnpm run ([\w:-]+)/g, /\bnpm (start|test)\b/g, /^pnpm ([a-z][\w:-]*)/gm].flatMap((pattern) =>
      [...code.matchAll(pattern)].map(([, name]) => name),
    ),
  );

const documents = (root) => [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].filter((file) => fs.existsSync(path.join(root, file))),
  ...["docs", "examples"].flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true })
      .map((file) => path.posix.join(folder, file))
      .filter((file) => file.endsWith(".md") && !file.includes("node_modules")),
  ),
];

/** Faults of all documents of the repository. */
export const checkDocs = (root = repository) => {
  const manifest = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const facts = { exists: (target) => fs.existsSync(path.join(root, target)), scripts: new Set(Object.keys(manifest.scripts)) };
  return documents(root).flatMap((file) => {
    const folder = path.join(root, path.dirname(file), "package.json");
    const own = fs.existsSync(folder) ? Object.keys(JSON.parse(fs.readFileSync(folder, "utf8")).scripts ?? {}) : [];
    return faultsOf(file, fs.readFileSync(path.join(root, file), "utf8"), { ...facts, scripts: new Set([...facts.scripts, ...own]) });
  });
};

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const faults = checkDocs();
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
