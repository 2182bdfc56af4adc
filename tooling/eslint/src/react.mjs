import globals from "globals";
import reactHooks from "eslint-plugin-react-hooks";
import { base } from "./base.mjs";

/** Browser apps and shared components. */
export const react = [
  ...base,
  {
    files: ["**/*.ts", "**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    languageOptions: { globals: globals.browser },
    rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" },
  },
];
