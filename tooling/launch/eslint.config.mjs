import { base } from "@cml/eslint/base";

// These files run before anything is built, so they read the environment themselves.
export default [...base, { files: ["src/**/*.mjs"], rules: { "no-restricted-properties": "off" } }];
