import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const read = (file: string): string => fs.readFileSync(path.resolve(import.meta.dirname, "../../..", file), "utf8");

type Service = {
  profiles?: string[];
  environment?: Record<string, string>;
  healthcheck?: { test?: string[]; disable?: boolean };
};
type Compose = { services: Record<string, Service> };

const text = read("docker-compose.yml");
const { services } = parse(text, { merge: true }) as Compose;
const example = new Map([...read(".env.example").matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, name = "", value = ""]) => [name, value]));
const keysOf = (file: string): Set<string> => new Set([...read(file).matchAll(/^ {2}([A-Z][A-Z0-9_]*): /gm)].map(([, name = ""]) => name));
const serverVariables = keysOf("packages/runtime/src/env.ts");
const workerVariables = keysOf("apps/media-worker/src/env.ts");

// They open no port; one that cannot work ends with a sentence and is started again.
const withoutPort = ["worker", "media-worker"];
const secret = /PASS(WORD)?$|SECRET|TOKEN|ACCESS_KEY/;

describe("docker-compose.yml", () => {
  it("starts proxy, server and PostgreSQL by default, the rest with the profile scale", () => {
    const inProfile = (profile?: string) =>
      Object.keys(services).filter((name) =>
        profile === undefined ? !services[name]?.profiles : services[name]?.profiles?.[0] === profile,
      );
    expect(inProfile()).toEqual(["proxy", "server", "postgres"]);
    expect(inProfile("scale")).toEqual(["worker", "media-worker", "redis", "storage"]);
  });

  it("asks every service that opens a port for its health", () => {
    for (const [name, { healthcheck }] of Object.entries(services)) {
      if (withoutPort.includes(name)) expect(healthcheck, name).toEqual({ disable: true });
      else expect(healthcheck?.test?.[0], name).toBe("CMD");
    }
  });

  it("has no secret of its own: each comes from .env, with no default", () => {
    for (const [name, { environment = {} }] of Object.entries(services)) {
      for (const [key, value] of Object.entries(environment)) {
        if (secret.test(key)) expect(value, `${name}: ${key}`).toMatch(/^\$\{[A-Z0-9_]+(:-|:\?[^}]+)?\}$/);
      }
    }
    expect(text).not.toMatch(/\$\{[A-Z0-9_]*(PASS|SECRET|TOKEN|KEY)[A-Z0-9_]*:?-[^}]/);
  });

  it("names only variables that .env.example explains", () => {
    // "$$" is a dollar sign for the shell inside.
    const named = [...text.replaceAll("$$", "").matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name = ""]) => name);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !example.has(name))).toEqual([]);
  });

  it("hands each process only variables that it reads", () => {
    for (const name of ["server", "worker"]) {
      expect(Object.keys(services[name]?.environment ?? {}).filter((key) => !serverVariables.has(key))).toEqual([]);
    }
    expect(Object.keys(services["media-worker"]?.environment ?? {}).filter((key) => !workerVariables.has(key))).toEqual([]);
  });

  it("keeps Redis from losing jobs", () => {
    expect(text).toContain('"--maxmemory-policy", "noeviction", "--appendonly", "yes"');
  });
});

describe(".env.example", () => {
  it("explains every variable that the server or the media worker reads, and no other", () => {
    const composeOnly = ["POSTGRES_PASSWORD"];
    expect([...example.keys()].sort()).toEqual([...new Set([...serverVariables, ...workerVariables, ...composeOnly])].sort());
  });

  it("holds no secret", () => {
    expect([...example].filter(([name, value]) => secret.test(name) && value !== "")).toEqual([]);
  });
});
