import { pino, stdTimeFunctions } from "pino";
import type { Env } from "./env";

// Whoever logs a whole row or request by mistake still writes no person into the log.
const personal = [
  "email",
  "userEmail",
  "recipientEmail",
  "name",
  "userName",
  "phone",
  "address",
  "postalCode",
  "ip",
  "password",
  "token",
  "authorization",
  "cookie",
];
const redacted = personal.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** Structured log lines on standard output, without personal data: facts by id, constant messages. */
export const createLogger = (env: Pick<Env, "LOG_LEVEL">) =>
  pino({
    level: env.LOG_LEVEL,
    base: null,
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    redact: { paths: redacted, censor: "[redacted]" },
  });
