import { base } from "@cml/eslint/base";

// Vitest takes the set-up of a run as a default export, and the run's own environment names a database it may use.
export default [
  ...base,
  { files: ["src/template-database.ts"], rules: { "no-restricted-syntax": "off", "no-restricted-properties": "off" } },
];
