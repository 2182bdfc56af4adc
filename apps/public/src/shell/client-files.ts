type Chunk = { file: string; css?: string[]; assets?: string[]; imports?: string[] };
type Manifest = Record<string, Chunk>;

// Put in by vite.config.ts when the renderer is built; tests run the source and have no built files.
declare const __CLIENT_MANIFEST__: Manifest;
const manifest: Manifest = typeof __CLIENT_MANIFEST__ === "undefined" ? {} : __CLIENT_MANIFEST__;

export type ClientFiles = { script: string | null; styles: string[]; fonts: string[]; preload: string[] };

const entry = "src/entry-client.ts";

/** What a page with these panels loads: the entry, its styles and fonts, and the panels' own chunks fetched alongside. */
export const clientFiles = (panelSources: readonly string[], all: Manifest = manifest): ClientFiles => {
  const chunks = [entry, ...panelSources].flatMap((source) => withImports(all, source));
  const files = [...new Set(chunks.map((chunk) => `/${chunk.file}`))];
  const main = all[entry];
  const script = main === undefined ? null : `/${main.file}`;
  return {
    script,
    styles: [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))].map((file) => `/${file}`),
    fonts: (main?.assets ?? [])
      .filter((file) => /latin-wght-normal.*\.woff2$/.test(file) && !file.includes("latin-ext"))
      .map((file) => `/${file}`),
    preload: files.filter((file) => file !== script),
  };
};

const withImports = (all: Manifest, source: string): Chunk[] => {
  const chunk = all[source];
  return chunk === undefined ? [] : [chunk, ...(chunk.imports ?? []).flatMap((name) => withImports(all, name))];
};
