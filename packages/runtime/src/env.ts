import os from "node:os";
import path from "node:path";
import { z } from "zod";
import { type EnvIssue, readIssue } from "./env-issue";
import { StartError } from "./start-error";
import { parseOwnNetworks } from "./own-networks";
import { parseTrustProxy } from "./trust-proxy";

/** `meta.say` completes the sentence "PORT must be ...". */
const setting = <T extends z.ZodType>(schema: T, say: string): T => schema.meta({ say });

const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(min).max(max));
const port = setting(wholeNumber(0, 65_535), "a whole number from 0 to 65535");
const flag = setting(
  z.enum(["true", "false"]).transform((text) => text === "true"),
  "true or false",
);
const url = (protocols: string[], say: string) =>
  setting(
    z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol)),
    say,
  );
const webOrigin = setting(
  z.string().refine((text) => {
    if (!URL.canParse(text) || !/^https?:/i.test(text)) return false;
    const { pathname, search, hash, username } = new URL(text);
    return pathname === "/" && search === "" && hash === "" && username === "";
  }),
  "an address without a path, like https://campaign.example.org",
).transform((text) => new URL(text).origin);
const webAddress = url(["http:", "https:"], "an address like https://service.example.org").transform((text) => text.replace(/\/+$/, ""));
const text = setting(z.string(), "a text");

const variables = z.object({
  NODE_ENV: setting(z.enum(["development", "production", "test"]), "development, production or test").default("development"),
  HOST: text.optional(),
  PORT: port.default(4000),
  PUBLIC_URL: webOrigin.optional(),
  TRUST_PROXY: setting(
    z.string().transform(parseTrustProxy),
    "the addresses of the proxies in front, like loopback or 10.0.0.0/8, separated by commas",
  ).default(false),
  REGISTER_NETWORKS: setting(
    z.string().transform(parseOwnNetworks),
    "networks of one's own the National Address Register may be fetched from, like 10.0.0.0/8, separated by commas",
  ).optional(),
  DATA_DIR: text.default(".data"),
  APP_SECRET: setting(z.string().min(32), "at least 32 characters that nobody can guess").optional(),
  DATABASE_URL: url(["postgres:", "postgresql:"], "an address like postgres://user:password@host:5432/database").optional(),
  REDIS_URL: url(["redis:", "rediss:"], "an address like redis://host:6379").optional(),
  SMTP_HOST: text.optional(),
  SMTP_PORT: port.optional(),
  SMTP_SECURE: flag.optional(),
  SMTP_USER: text.optional(),
  SMTP_PASS: text.optional(),
  SMTP_FROM: setting(z.email(), "an e-mail address like letters@example.org").optional(),
  INBOUND_TLS_CERT: text.optional(),
  INBOUND_TLS_KEY: text.optional(),
  S3_BUCKET: text.optional(),
  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: text.default("us-east-1"),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  REPRESENT_URL: webAddress.default("https://represent.opennorth.ca"),
  REPRESENTATIVE_SOURCES: setting(
    z
      .string()
      .regex(/^(local|represent)(,(local|represent))*$/)
      .transform((list) => [...new Set(list.split(","))] as ("local" | "represent")[]),
    "local, represent or both with a comma, first the one to believe",
  ).default(["local", "represent"]),
  GEOCODER_URL: setting(
    z.literal("off").or(z.string().refine((address) => /^https?:/i.test(address) && URL.canParse(address))),
    "the address of a Nominatim service, or off",
  )
    .transform((address) => address.replace(/\/+$/, ""))
    .default("https://nominatim.openstreetmap.org"),
  BASEMAP_URL: webAddress.optional(),
  DEFAULT_LOCALE: setting(z.enum(["en", "fr"]), "en or fr").default("en"),
  ADMIN_EMAIL: setting(z.email(), "an e-mail address like you@example.org").optional(),
  ADMIN_PASSWORD: setting(z.string().min(12).max(72), "12 to 72 characters").optional(),
  FFMPEG_PATH: text.optional(),
  FFPROBE_PATH: text.optional(),
  METRICS_TOKEN: setting(z.string().min(16), "at least 16 characters").optional(),
  LOG_LEVEL: setting(z.enum(["debug", "info", "warn", "error", "silent"]), "debug, info, warn, error or silent").default("info"),
  WEB_DIR: text.optional(),
  WORKERS: setting(z.enum(["inline", "off"]), "inline or off").default("inline"),
  RATE_LIMIT_FACTOR: setting(wholeNumber(1, 1_000_000), "a whole number from 1 to 1000000").default(1),
});

/** Every variable the product reads, validated; nothing else in the repository reads the environment. */
export type Env = Omit<z.infer<typeof variables>, "PUBLIC_URL" | "HOST" | "DATA_DIR"> & {
  PUBLIC_URL: string;
  HOST: string;
  /** Absolute path. */
  DATA_DIR: string;
  production: boolean;
};

export type EnvSource = Record<string, string | undefined>;

// The one place that reads it.
// eslint-disable-next-line no-restricted-properties
const environment: EnvSource = process.env;

/** Reads and checks the variables; an empty one counts as unset. Throws StartError naming the first one at fault. */
export const readEnv = (overrides: EnvSource = {}, source: EnvSource = environment): Env => {
  const given = Object.fromEntries(
    Object.entries({ ...source, ...withoutUnset(overrides) }).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success) throw new StartError(readIssue(parsed.error.issues[0] as EnvIssue, variables.shape));
  const values = parsed.data;
  const production = values.NODE_ENV === "production";
  requireTogether(values, production);
  return {
    ...values,
    production,
    PUBLIC_URL: values.PUBLIC_URL ?? `http://localhost:${values.PORT}`,
    HOST: values.HOST ?? (production ? "0.0.0.0" : "localhost"),
    DATA_DIR: path.resolve(values.DATA_DIR.replace(/^~(?=$|\/)/, os.homedir())),
  };
};

const withoutUnset = (source: EnvSource): EnvSource =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined));

// What one variable asks of another.
const requireTogether = (values: z.infer<typeof variables>, production: boolean): void => {
  const needs = (wanted: boolean, name: keyof typeof values, way: string): void => {
    if (wanted && values[name] === undefined) throw new StartError(`${name} is missing: ${way}`);
  };
  needs(production, "PUBLIC_URL", "in production set it to the address people open, like https://campaign.example.org.");
  needs(
    values.DATABASE_URL !== undefined,
    "APP_SECRET",
    "with your own database set it to at least 32 random characters, for example the output of `openssl rand -hex 32`.",
  );
  needs(values.SMTP_HOST !== undefined, "SMTP_FROM", "with SMTP_HOST set it to the address letters come from, like letters@example.org.");
  needs(values.SMTP_USER !== undefined, "SMTP_PASS", "with SMTP_USER set it to that account's password, or remove SMTP_USER.");
  needs(values.INBOUND_TLS_CERT !== undefined, "INBOUND_TLS_KEY", "with INBOUND_TLS_CERT set it to the file of that certificate's key.");
  needs(values.INBOUND_TLS_KEY !== undefined, "INBOUND_TLS_CERT", "with INBOUND_TLS_KEY set it to the file of the certificate.");
  needs(values.S3_BUCKET !== undefined, "S3_ACCESS_KEY_ID", "with S3_BUCKET set it to the key that may write to the bucket.");
  needs(values.S3_BUCKET !== undefined, "S3_SECRET_ACCESS_KEY", "with S3_BUCKET set it to the secret of S3_ACCESS_KEY_ID.");
  needs(values.S3_ENDPOINT !== undefined, "S3_BUCKET", "with S3_ENDPOINT set it to the bucket's name, or remove S3_ENDPOINT.");
  needs(values.ADMIN_PASSWORD !== undefined, "ADMIN_EMAIL", "with ADMIN_PASSWORD set it to the administrator's address.");
};

/** Folders in which the system looks for programs. */
export const readSearchPath = (source: EnvSource = environment): string => source["PATH"] ?? "";
