import { forbidden } from "./rules.mjs";

export default {
  forbidden,
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: new URL("./tsconfig.json", import.meta.url).pathname },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(dist|generated)/" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["@cml/source", "import", "types", "default"] },
  },
};
