import { isBuiltin } from "node:module";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";

/** One runnable file from a TypeScript entry: our own source is bundled, libraries are imported from where the importer finds them. */
export const bundleEntry = async (entry: string, outfile: string): Promise<void> => {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    conditions: ["@cml/source", "node", "import"],
    mainFields: ["main"],
    sourcemap: "inline",
    plugins: [librariesInPlace],
    logLevel: "error",
  });
};

const librariesInPlace: Plugin = {
  name: "libraries-in-place",
  setup: (bundler) => {
    bundler.onResolve({ filter: /^[^./]/ }, async ({ path, resolveDir, kind, pluginData }) => {
      if (pluginData === "resolving" || path.startsWith("@cml/") || isBuiltin(path)) return undefined;
      const found = await bundler.resolve(path, { resolveDir, kind, pluginData: "resolving" });
      return found.errors.length > 0 ? found : { path: pathToFileURL(found.path).href, external: true };
    });
  },
};
