import { base } from "@cml/eslint/base";

export default base;
