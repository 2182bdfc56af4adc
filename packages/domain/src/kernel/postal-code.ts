import { z } from "zod";
import { parsePostalCode } from "./postal-code-text";

export const postalCodeSchema = z
  .string()
  .max(12)
  .transform((text, ctx) => {
    const code = parsePostalCode(text);
    if (code === null) {
      ctx.addIssue({ code: "custom", message: "postalCode" });
      return z.NEVER;
    }
    return code;
  });
