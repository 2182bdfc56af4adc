import { base } from "@cml/eslint/base";

// These speak to the person at the shell and hand their own environment on to the tools they start.
export default [...base, { files: ["src/**/*.mjs"], rules: { "no-console": "off", "no-restricted-properties": "off" } }];
