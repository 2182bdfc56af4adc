import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv } from "./env";
import { StartError } from "./start-error";

const messageOf = (source: Record<string, string>): string => {
  try {
    readEnv({}, source);
  } catch (error) {
    if (error instanceof StartError) return error.message;
    throw error;
  }
  return "";
};

describe("defaults", () => {
  it("run everything on this machine when nothing is set", () => {
    expect(readEnv({}, {})).toMatchObject({
      PORT: 4000,
      HOST: "localhost",
      PUBLIC_URL: "http://localhost:4000",
      DATA_DIR: path.resolve(".data"),
      TRUST_PROXY: false,
      WORKERS: "inline",
      production: false,
    });
  });

  it("count an empty variable as unset, as compose files write them", () => {
    expect(readEnv({}, { DATABASE_URL: "", PORT: " " })).toEqual(readEnv({}, {}));
  });

  it("let the command line win over the environment", () => {
    expect(readEnv({ PORT: "6000", DATA_DIR: undefined }, { PORT: "5000" })).toMatchObject({
      PORT: 6000,
      PUBLIC_URL: "http://localhost:6000",
    });
  });

  it("drop a trailing slash from the public address", () => {
    expect(readEnv({}, { PUBLIC_URL: "https://Vote.example.org/" }).PUBLIC_URL).toBe("https://vote.example.org");
  });
});

describe("one plain sentence names the variable and the way out", () => {
  it.each<[Record<string, string>, string]>([
    [{ PORT: "80a" }, "PORT must be a whole number from 0 to 65535: correct it in the environment, or remove it to use the default."],
    [{ PORT: "70000" }, "PORT must be"],
    [{ PUBLIC_URL: "campaign.example.org" }, "PUBLIC_URL must be an address without a path, like https://campaign.example.org"],
    [{ PUBLIC_URL: "https://example.org/campaign" }, "PUBLIC_URL must be"],
    [{ DATABASE_URL: "mysql://host/db" }, "DATABASE_URL must be an address like postgres://"],
    [{ REDIS_URL: "localhost:6379" }, "REDIS_URL must be an address like redis://host:6379"],
    [{ TRUST_PROXY: "true" }, "TRUST_PROXY must be the addresses of the proxies in front"],
    [{ TRUST_PROXY: "1" }, "TRUST_PROXY must be"],
    [{ SMTP_SECURE: "yes" }, "SMTP_SECURE must be true or false"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be debug, info, warn, error or silent"],
    [{ APP_SECRET: "short" }, "APP_SECRET must be at least 32 characters"],
    [{ NODE_ENV: "production" }, "PUBLIC_URL is missing: in production"],
    [{ DATABASE_URL: "postgres://u:p@db/x" }, "APP_SECRET is missing: with your own database"],
    [{ SMTP_HOST: "mail.example.org" }, "SMTP_FROM is missing"],
    [{ INBOUND_TLS_CERT: "/etc/tls/fullchain.pem" }, "INBOUND_TLS_KEY is missing"],
    [{ INBOUND_TLS_KEY: "/etc/tls/privkey.pem" }, "INBOUND_TLS_CERT is missing"],
    [{ S3_BUCKET: "files" }, "S3_ACCESS_KEY_ID is missing"],
  ])("%j", (source, sentence) => {
    expect(messageOf(source)).toContain(sentence);
    expect(messageOf(source)).not.toContain("\n");
  });

  it("and never repeats the value, which may be a secret", () => {
    expect(messageOf({ DATABASE_URL: "mysql://me:hunter2@host" })).not.toContain("hunter2");
  });
});

describe("TRUST_PROXY", () => {
  it.each<[string, false | string[]]>([
    ["false", false],
    ["loopback, 10.0.0.0/8", ["loopback", "10.0.0.0/8"]],
    ["2001:db8::/32", ["2001:db8::/32"]],
  ])("%s", (given, trusted) => {
    expect(readEnv({}, { TRUST_PROXY: given }).TRUST_PROXY).toEqual(trusted);
  });
});

describe("REGISTER_NETWORKS", () => {
  it.each<[string, string[], string[]]>([
    ["loopback", ["127.0.0.1", "::1"], ["10.0.0.1", "192.168.1.1", "8.8.8.8"]],
    ["10.1.0.0/16, 192.168.7.4", ["10.1.2.3", "192.168.7.4"], ["10.2.0.1", "192.168.7.5", "127.0.0.1"]],
    ["fd00::/8", ["fd12::1"], ["fe80::1", "::1"]],
  ])("%s", (given, inside, outside) => {
    const isOwn = readEnv({}, { REGISTER_NETWORKS: given }).REGISTER_NETWORKS;
    expect([...inside, ...outside].filter((address) => isOwn?.(address))).toEqual(inside);
  });

  it("is nothing unless it is set, and refuses what is no network", () => {
    expect(readEnv({}, {}).REGISTER_NETWORKS).toBeUndefined();
    expect(messageOf({ REGISTER_NETWORKS: "everything" })).toContain("REGISTER_NETWORKS must be networks of one's own");
  });
});
