import { base } from "@cml/eslint/base";

// dependency-cruiser takes its configuration as a default export.
export default [...base, { files: ["dependency-cruiser.mjs"], rules: { "no-restricted-syntax": "off" } }];
