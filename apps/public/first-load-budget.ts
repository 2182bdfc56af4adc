import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

type Chunk = Pick<Rolldown.OutputChunk, "fileName" | "imports" | "code" | "moduleIds" | "facadeModuleId" | "isEntry">;

export type Budget = {
  /** End of the path of the panel's source; its page loads the entry, this chunk and whatever both import. */
  panel: string;
  /** Bytes of gzipped JavaScript a first visit may load. */
  mostBytes: number;
  /** Packages that must not be in it. */
  never: readonly string[];
};

/** What the first visit to a page with this panel loads, gzipped, and which forbidden packages are in it. */
export const firstLoad = (chunks: readonly Chunk[], { panel, never }: Budget): { bytes: number; forbidden: string[] } => {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Map<string, Chunk>();
  const load = (chunk: Chunk | undefined): void => {
    if (chunk === undefined || loaded.has(chunk.fileName)) return;
    loaded.set(chunk.fileName, chunk);
    for (const name of chunk.imports) load(byName.get(name));
  };
  for (const chunk of chunks) if (chunk.isEntry || chunk.moduleIds.some((id) => id.endsWith(panel))) load(chunk);
  const modules = [...loaded.values()].flatMap((chunk) => chunk.moduleIds);
  return {
    bytes: [...loaded.values()].reduce((sum, chunk) => sum + gzipSync(chunk.code).length, 0),
    forbidden: never.filter((name) => modules.some((id) => id.includes(`/node_modules/${name}/`))),
  };
};

/** Fails the build when a page grows past its budget: weight creeps back one harmless import at a time. */
export const firstLoadBudget = (budget: Budget): Plugin => ({
  name: "first-load-budget",
  apply: (_config, { isSsrBuild }) => isSsrBuild !== true,
  generateBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    const { bytes, forbidden } = firstLoad(chunks, budget);
    if (forbidden.length > 0) this.error(`the first load of ${budget.panel} contains ${forbidden.join(", ")}`);
    if (bytes > budget.mostBytes)
      this.error(`the first load of ${budget.panel} is ${bytes} bytes gzipped; at most ${budget.mostBytes} are allowed`);
    this.info(`first load of ${budget.panel}: ${(bytes / 1000).toFixed(1)} kB of JavaScript, gzipped`);
  },
});
