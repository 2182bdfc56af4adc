import { base } from "./base.mjs";

const pure = "The domain is pure: take the moment, the number or the answer as an argument.";

/** domain does no I/O, so nothing in it is async, reads a clock or draws a random number. */
export const domain = [
  ...base,
  {
    files: ["src/**/*.ts"],
    ignores: ["src/**/*.test.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        { name: "fetch", message: pure },
        { name: "setTimeout", message: pure },
        { name: "setInterval", message: pure },
      ],
      "no-restricted-properties": [
        "error",
        { object: "Math", property: "random", message: pure },
        { object: "Date", property: "now", message: pure },
        { object: "process", property: "env", message: pure },
        { object: "Temporal", property: "Now", message: pure },
      ],
      "no-restricted-syntax": [
        "error",
        { selector: "TSInterfaceDeclaration", message: "Use `type`, so that there is one way to write a shape." },
        { selector: "ExportDefaultDeclaration", message: "Export by name; defaults lose it at the import." },
        { selector: ":function[async=true]", message: pure },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: pure },
      ],
    },
  },
];
