import { base } from "@cml/eslint/base";

// turbo gen asks for a default export.
export default [...base, { files: ["turbo/config.ts"], rules: { "no-restricted-syntax": "off" } }];
