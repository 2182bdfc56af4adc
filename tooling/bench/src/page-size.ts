import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { createDb, startEmbeddedPostgres } from "@cml/db";
import { aCampaign } from "@cml/testing/factories";
import { atMost, type Figure } from "./figure";
import { npmStart, root, withFolder } from "./running";

type Chunk = { file: string; imports?: string[]; isEntry?: boolean };
type Manifest = Record<string, Chunk>;

const client = path.join(root, "apps/public/dist/client");
const panel = "src/features/campaigns/letter-panel/LetterPanel.tsx";
const title = "Slower streets by the school";
const letter = "please make the crossing at our school safe";

/**
 * What the first visit of a campaign page loads: every script the page itself names, the letter panel that wakes on it, and
 * whatever those import. And what a person reads who has JavaScript switched off: the page as the server sends it.
 */
export const pageSize = (): Promise<Figure[]> =>
  withFolder("page-size", async (folder) => {
    const dataDir = path.join(folder, "data");
    const house = await npmStart(dataDir, ["--empty"]);
    try {
      const page = await fetch(`${house.url}/c/${await writeCampaign(dataDir)}`);
      const html = await page.text();
      const unread = page.ok ? [title, letter].filter((text) => !html.includes(text)) : [title, letter];
      const scripts = firstLoad(html);
      const code = scripts.map((file) => fs.readFileSync(path.join(client, file)));
      const bytes = code.reduce((sum, script) => sum + gzipSync(script).length, 0);
      const maps = code.filter((script) => /maplibre|terra-?draw/i.test(script.toString())).length;
      const bench = "page-size";
      return [
        atMost(
          {
            bench,
            figure: `JavaScript of a campaign page's first load, gzipped, ${scripts.length} files`,
            value: bytes / 1000,
            unit: "kB",
          },
          200,
        ),
        atMost({ bench, figure: "of these with map code", value: maps, unit: "files" }, 0),
        atMost({ bench, figure: "title and letter missing from the page with JavaScript off", value: unread.length, unit: "texts" }, 0),
      ];
    } finally {
      await house.stop();
    }
  });

/** Into the running product's own database; the embedded server is joined, not started twice. */
const writeCampaign = async (dataDir: string): Promise<string> => {
  const { url } = await startEmbeddedPostgres({ folder: path.join(dataDir, "postgres") });
  const db = createDb(url);
  const { slug } = await aCampaign(db, { title, emailBody: `Dear {{REPRESENTATIVE_NAME}},\n\n${letter}.\n\nThank you.` });
  await db.close();
  return slug;
};

/** Files of the client build that the page's own scripts and the letter panel pull in by static import. */
const firstLoad = (html: string): string[] => {
  const manifest = JSON.parse(fs.readFileSync(path.join(client, ".vite/manifest.json"), "utf8")) as Manifest;
  const named = new Set([...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, file]) => file));
  const loaded = new Map<string, string>();
  const load = (key: string): void => {
    const chunk = manifest[key];
    if (chunk === undefined || loaded.has(key)) return;
    loaded.set(key, chunk.file);
    for (const other of chunk.imports ?? []) load(other);
  };
  for (const [key, { file }] of Object.entries(manifest)) if (named.has(file) || key === panel) load(key);
  if (named.size === 0 || !loaded.has(panel))
    throw new Error("the built public site has no script or no letter panel where one is expected");
  return [...loaded.values()];
};
