import { aStranger, testDeps } from "@cml/testing";
import cookies from "@fastify/cookie";
import { initTRPC, TRPCError } from "@trpc/server";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { sessionCookie } from "../src/cookies";
import { createSendPage } from "../src/send-page";
import { createTellFailure } from "../src/tell-failure";
import { mountSurface } from "../src/trpc/mount-surface";

// A transformer as superjson is one: what leaves differs from what was returned.
const transformer = {
  serialize: (value: unknown) => ({ json: value instanceof Date ? value.toISOString() : value }),
  deserialize: (value: { json: unknown }) => value.json,
};
const t = initTRPC.context<object>().create({ transformer, isDev: false });
const router = t.router({
  hello: t.procedure.input(z.object({ name: z.string().max(10) })).query(({ input }) => `Hello ${input.name}`),
  noInput: t.procedure.query(() => ({ list: [1, 2, 3], nothing: null, missing: undefined })),
  date: t.procedure.query(() => new Date("2026-05-01T00:00:00Z")),
  nothing: t.procedure.query(() => undefined),
  refused: t.procedure.query(() => {
    throw new TRPCError({ code: "FORBIDDEN", message: "no" });
  }),
  broken: t.procedure.query(() => {
    throw new Error("relation does not exist");
  }),
  deep: t.router({ er: t.procedure.input(z.number().optional()).query(({ input }) => input ?? "none") }),
  change: t.procedure.input(z.object({ name: z.string() })).mutation(({ input }) => `Changed ${input.name}`),
});

const deps = testDeps({ db: {} as never });
let ours: FastifyInstance;
let stock: FastifyInstance;

beforeAll(async () => {
  ours = Fastify({ routerOptions: { maxParamLength: 5000 } });
  ours.setErrorHandler(createTellFailure(deps, createSendPage({ https: true })));
  await ours.register(cookies);
  await mountSurface(
    ours,
    { name: "test", prefix: "/trpc", router, perMinute: 300, maxBatchSize: 5, bodyLimit: 1000 },
    { deps, cookie: sessionCookie(deps.config.publicUrl), actorOf: async () => aStranger(), rateLimitFactor: 1 },
  );
  stock = Fastify({ routerOptions: { maxParamLength: 5000 } });
  await stock.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions: { router, createContext: () => ({}) } });
});
afterAll(async () => {
  await Promise.all([ours.close(), stock.close()]);
});

// The charset is all that differs: Fastify names the one that JSON always has.
const told = (answer: LightMyRequestResponse) => ({
  status: answer.statusCode,
  type: answer.headers["content-type"]?.toString().split(";")[0],
  vary: answer.headers.vary,
  body: answer.json<unknown>(),
});
const input = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const of = (json: unknown) => ({ json });

describe("the short way for queries answers exactly as tRPC's own adapter", () => {
  it.each([
    ["a query", `hello?input=${input(of({ name: "Ana" }))}`],
    ["a query without input", "noInput"],
    ["an answer that is transformed", "date"],
    ["an answer of nothing", "nothing"],
    ["a nested query", `deep.er?input=${input(of(5))}`],
    ["a nested query without its optional input", "deep.er"],
    ["an input that does not fit", `hello?input=${input(of({ name: "far too long a name" }))}`],
    ["a missing input", "hello"],
    ["an empty input", "hello?input="],
    ["malformed JSON", "hello?input=%7Bname"],
    ["an input that is no object", "hello?input=5"],
    ["a null input", "hello?input=null"],
    ["a refusal", "refused"],
    ["a failure", "broken"],
    ["a procedure that does not exist", "nobody"],
    ["the name of a built-in property", "__proto__"],
    ["the name of another", "constructor"],
    ["a mutation asked by GET", `change?input=${input(of({ name: "Ana" }))}`],
    ["a batch of one", `hello?batch=1&input=${input({ 0: of({ name: "Ana" }) })}`],
    ["a batch", `hello,date,deep.er?batch=1&input=${input({ 0: of({ name: "Ana" }), 2: of(7) })}`],
    ["a batch that fails in part", `hello,refused,broken?batch=1&input=${input({ 0: of({ name: "Ana" }) })}`],
    ["a batch that fails as a whole", `refused,refused?batch=1`],
    ["a batch with an unknown name", `date,nobody?batch=1`],
    ["a batch with malformed JSON", `date,hello?batch=1&input=%7B`],
    ["a batch with an array for its input", `hello?batch=1&input=${input([of({ name: "Ana" })])}`],
    ["a batch with a text for its input", `hello?batch=1&input=${input("x")}`],
    ["commas without batch", "hello,date"],
    ["an escaped comma", `date%2Cdate?batch=1`],
    ["connection parameters", "date?connectionParams=%7B%7D"],
  ])("%s", async (_name, path) => {
    const [a, b] = await Promise.all([ours.inject(`/trpc/${path}`), stock.inject(`/trpc/${path}`)]);
    expect(told(a)).toEqual(told(b));
  });

  it.each([
    ["a mutation", "change", JSON.stringify(of({ name: "Ana" })), "application/json"],
    ["a mutation with malformed JSON", "change", "{", "application/json"],
    ["a query asked by POST", "hello", JSON.stringify(of({ name: "Ana" })), "application/json"],
    ["a batch of mutations", "change,change?batch=1", JSON.stringify({ 0: of({ name: "A" }), 1: of({ name: "B" }) }), "application/json"],
  ])("and %s goes the ordinary way", async (_name, path, payload, type) => {
    const request = { method: "POST", url: `/trpc/${path}`, payload, headers: { "content-type": type } } as const;
    const [a, b] = await Promise.all([ours.inject(request), stock.inject(request)]);
    expect({ status: a.statusCode, body: a.json<unknown>() }).toEqual({ status: b.statusCode, body: b.json<unknown>() });
  });
});

const post = (headers: Record<string, string>) =>
  ours.inject({
    method: "POST",
    url: "/trpc/change",
    payload: JSON.stringify(of({ name: "Ana" })),
    headers: { "content-type": "application/json", ...headers },
  });

describe("requests that change something", () => {
  it("are taken from our own pages and from programs", async () => {
    expect((await post({ origin: "https://act.example.org", "sec-fetch-site": "same-origin" })).statusCode).toBe(200);
    expect((await post({})).statusCode).toBe(200);
  });

  it("are refused from another site, in the person's language, before anything is read", async () => {
    const answer = await post({ origin: "https://evil.example", "sec-fetch-site": "cross-site", "accept-language": "fr" });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({
      error: { json: { message: expect.stringContaining("autre site"), data: { code: "FORBIDDEN", messageKey: "request.foreignOrigin" } } },
    });
  });

  it("are taken with a bearer token, which no browser sends by itself", async () => {
    expect((await post({ origin: "https://evil.example", authorization: "Bearer abc" })).statusCode).toBe(200);
  });

  it("are not offered to scripts of other sites", async () => {
    const answer = await ours.inject({
      method: "OPTIONS",
      url: "/trpc/change",
      headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
    });
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    expect(answer.statusCode).toBe(404);
  });
});

describe("too much", () => {
  it("is told for a batch of more calls than the surface takes", async () => {
    const answer = await ours.inject(`/trpc/${Array(6).fill("date").join(",")}?batch=1`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toHaveLength(6);
    expect(answer.json()).toMatchObject([{ error: { json: { data: { messageKey: "input.tooLarge" } } } }, {}, {}, {}, {}, {}]);
  });

  it("is told for a body larger than the surface takes", async () => {
    const payload = JSON.stringify(of({ name: "x".repeat(2000) }));
    const answer = await ours.inject({ method: "POST", url: "/trpc/change", payload, headers: { "content-type": "application/json" } });
    expect(answer.statusCode).toBe(413);
    expect(answer.json()).toMatchObject({ error: { json: { data: { code: "PAYLOAD_TOO_LARGE", messageKey: "input.tooLarge" } } } });
  });

  it("is told with the time to wait for an address that asks too often, and not to others", async () => {
    const from = (remoteAddress: string) => ours.inject({ url: "/trpc/date", remoteAddress });
    const answers = [];
    for (let asked = 0; asked < 301; asked += 1) answers.push(await from("203.0.113.9"));
    const last = answers.at(-1)!;
    expect(answers.filter((answer) => answer.statusCode === 200)).toHaveLength(300);
    expect(last.statusCode).toBe(429);
    expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
    expect(last.headers["ratelimit-limit"]).toBe("300");
    expect(last.headers["ratelimit-remaining"]).toBe("0");
    expect(last.json()).toMatchObject({ error: { json: { data: { code: "TOO_MANY_REQUESTS", messageKey: "rateLimited" } } } });
    expect((await from("203.0.113.10")).statusCode).toBe(200);
  });
});
