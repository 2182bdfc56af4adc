import { base } from "@cml/eslint/base";

// The programs of a journey are started with the environment of this one.
export default [...base, { files: ["src/own-environment.ts"], rules: { "no-restricted-properties": "off" } }];
