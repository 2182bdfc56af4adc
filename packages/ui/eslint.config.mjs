import { react } from "@cml/eslint/react";

export default react;
