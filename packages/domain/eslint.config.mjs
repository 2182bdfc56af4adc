import { domain } from "@cml/eslint/domain";

export default domain;
