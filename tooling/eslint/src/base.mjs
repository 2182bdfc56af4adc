import tseslint from "typescript-eslint";
import globals from "globals";

/** Where the environment may be read: one place for the server side, one for the worker that runs elsewhere. */
const environmentMessage = "Read the environment in packages/runtime (src/env.ts) and pass the value on.";

/** Rules for every workspace. There are no warnings: a rule is an error or it is not here. */
export const base = tseslint.config(
  { ignores: ["dist/**", "**/generated/**", "node_modules/**", ".turbo/**", "src/media/migrations/**"] },
  tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true }, globals: globals.node },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "max-lines": ["error", { max: 300, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 3],
      "no-restricted-properties": ["error", { object: "process", property: "env", message: environmentMessage }],
      "no-restricted-syntax": [
        "error",
        { selector: "TSInterfaceDeclaration", message: "Use `type`, so that there is one way to write a shape." },
        { selector: "ExportDefaultDeclaration", message: "Export by name; defaults lose it at the import." },
      ],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // `() => doIt()` reads better than a block, and callbacks often return something nobody uses.
      "@typescript-eslint/no-confusing-void-expression": "off",
      // One-line predicates and async functions that satisfy a port without awaiting are fine.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false, arguments: false } }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/unbound-method": "off",
      // Port types and tRPC's own generics need a type parameter that is named once.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // Spreading a postal code or a hex string is meant; texts of people are never spread.
      "@typescript-eslint/no-misused-spread": ["error", { allow: [{ from: "lib", name: "string" }, "string"] }],
    },
  },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "**/*.db.test.ts", "**/*.http.test.ts", "**/*.e2e.ts", "test/**"],
    rules: {
      "max-lines": "off",
      // A row of a table of cases may have many columns.
      "max-params": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "no-restricted-properties": "off",
    },
  },
  {
    files: ["**/*.config.ts", "**/*.config.mjs"],
    rules: { "no-restricted-syntax": "off", "no-restricted-properties": "off" },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
  },
);
