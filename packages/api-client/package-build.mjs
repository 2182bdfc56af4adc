// Makes the package that leaves the workspace: one JavaScript file and one declaration file that name no other package of ours.
import path from "node:path";
import { build } from "esbuild";
import { rollup } from "rollup";
import dts from "rollup-plugin-dts";

const ours = /^@cml\//;
const theirs = [/^@trpc\//, /^zod/, /^superjson/];
// Nothing in src names zod, the declarations do: without it beside the package they would quietly become any.
import.meta.resolve("zod");

/** A client never sees the server's context, so the types it is made of are cut off where the routers name them. */
const withoutServer = {
  name: "without-server",
  resolveId: (id) => (id === "@cml/services" ? path.resolve("declarations/server.ts") : null),
};

const code = async () => {
  await build({
    entryPoints: ["src/index.ts"],
    outfile: "dist/package/index.js",
    bundle: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    conditions: ["@cml/source"],
    mainFields: ["module", "main"],
    external: ["@trpc/*", "zod", "superjson"],
    logLevel: "warning",
  });
};

const declarations = async () => {
  const bundle = await rollup({
    input: "src/index.ts",
    external: theirs,
    plugins: [
      withoutServer,
      dts({
        tsconfig: "tsconfig.json",
        includeExternal: ["@cml/domain", "@cml/routers", "@cml/i18n"],
        compilerOptions: { noEmit: false, preserveSymlinks: false, customConditions: ["@cml/source"], skipLibCheck: true },
      }),
    ],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const { output } = await bundle.write({ file: "dist/package/index.d.ts", format: "es" });
  const strangers = output[0].imports.filter((name) => ours.test(name));
  if (strangers.length > 0) throw new Error(`The declarations still name ${strangers.join(", ")}.`);
};

for (const part of process.argv.slice(2)) await { code, declarations }[part]();
