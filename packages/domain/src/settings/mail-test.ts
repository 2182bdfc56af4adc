import { z } from "zod";
import { emailSchema } from "../kernel/text";

export const sendTestMailInput = z.object({ to: emailSchema });

/**
 * What became of a test mail, told honestly: accepted by a real server, kept in the mailbox of this computer (delivered
 * to nobody), refused, or unknown because the connection broke while it was handed over.
 */
export const testMailResultSchema = z.object({
  outcome: z.enum(["accepted", "keptInMailbox", "refused", "uncertain", "unreachable"]),
  /** The server's own words. */
  response: z.string(),
  /** Where it was really sent: in test mode not to the address asked for. */
  sentTo: z.string(),
  host: z.string(),
  port: z.int(),
});
export type TestMailResult = z.infer<typeof testMailResultSchema>;
