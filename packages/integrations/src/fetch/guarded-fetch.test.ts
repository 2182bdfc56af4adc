import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { createGuardedFetch, isPublicAddress, type GuardedFetchOptions } from ".";

describe("isPublicAddress", () => {
  it.each(["8.8.8.8", "1.1.1.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "2606:4700:4700::1111", "2a00:1450:4001::1"])(
    "lets %s through",
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ["this computer", "127.0.0.1"],
    ["this computer, another", "127.255.255.254"],
    ["this computer, IPv6", "::1"],
    ["any address", "0.0.0.0"],
    ["any address, IPv6", "::"],
    ["a private network", "10.1.2.3"],
    ["a private network", "172.16.0.1"],
    ["a private network", "172.31.255.255"],
    ["a private network", "192.168.1.1"],
    ["carrier-grade NAT", "100.64.0.1"],
    ["carrier-grade NAT", "100.127.255.255"],
    ["cloud metadata", "169.254.169.254"],
    ["cloud metadata, IPv6", "fd00:ec2::254"],
    ["link-local", "fe80::1"],
    ["link-local with a zone", "fe80::1%eth0"],
    ["a unique local address", "fc00::1"],
    ["loopback mapped into IPv6", "::ffff:127.0.0.1"],
    ["a private address mapped into IPv6", "::ffff:a00:1"],
    ["a private address behind NAT64", "64:ff9b::a00:1"],
    ["a private address behind 6to4", "2002:a00:1::"],
    ["Teredo", "2001::1"],
    ["multicast", "224.0.0.1"],
    ["multicast, IPv6", "ff02::1"],
    ["broadcast", "255.255.255.255"],
    ["benchmarks", "198.18.0.1"],
    ["documentation", "192.0.2.1"],
    ["no address at all", "localhost"],
  ])("keeps away from %s (%s)", (_what, address) => expect(isPublicAddress(address)).toBe(false));
});

describe("the guarded fetch", () => {
  const stops: (() => void)[] = [];
  afterEach(() => stops.splice(0).forEach((stop) => stop()));

  const serve = async (answer: RequestListener): Promise<number> => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    stops.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return (server.address() as AddressInfo).port;
  };
  const rules = { maxBytes: 1000, timeoutMs: 5000, accept: ["image/png", "image/jpeg"] };
  const png: RequestListener = (_request, response) => void response.setHeader("Content-Type", "image/png").end("a picture");
  const loopback = (address: string) => address === "127.0.0.1";
  // "faces.example" stands for a host outside; only its address may be reached here.
  const outside: GuardedFetchOptions = { resolve: async () => [{ address: "127.0.0.1", family: 4 }], allowPrivate: loopback };

  it("brings a file with its type", async () => {
    const port = await serve(png);
    const { bytes, contentType } = await createGuardedFetch(outside)(`http://faces.example:${port}/a.png`, rules);
    expect([bytes.toString(), contentType]).toEqual(["a picture", "image/png"]);
  });

  it.each([
    "http://127.0.0.1/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://10.0.0.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
    "ftp://example.org/",
    "file:///etc/passwd",
    "data:image/png;base64,AAAA",
    "gopher://example.org/",
    "http://user:secret@example.org/",
    "not an address",
  ])("refuses %s", async (url) => {
    await expect(createGuardedFetch()(url, rules)).rejects.toMatchObject({ code: "INVALID", messageKey: "fetch.notAllowed" });
  });

  it("refuses a host with one private address among public ones", async () => {
    const fetchGuarded = createGuardedFetch({
      resolve: async () => [
        { address: "93.184.215.14", family: 4 },
        { address: "10.0.0.7", family: 4 },
      ],
    });
    await expect(fetchGuarded("http://mixed.example/", rules)).rejects.toMatchObject({ messageKey: "fetch.notAllowed" });
  });

  it("goes to the address it checked, though DNS gives another one the second time", async () => {
    let asked = 0;
    const port = await serve(png);
    const fetchGuarded = createGuardedFetch({
      resolve: async () => [{ address: (asked += 1) === 1 ? "127.0.0.1" : "10.0.0.1", family: 4 }],
      allowPrivate: loopback,
    });
    expect((await fetchGuarded(`http://rebind.example:${port}/`, rules)).bytes.toString()).toBe("a picture");
    expect(asked).toBe(1);
    await expect(fetchGuarded(`http://rebind.example:${port}/`, rules)).rejects.toMatchObject({ messageKey: "fetch.notAllowed" });
  });

  it("follows a redirect, and checks where it leads", async () => {
    const target = await serve(png);
    const port = await serve(({ url }, response) => {
      const location = url === "/good" ? `http://other.example:${target}/` : url === "/relative" ? "/good" : "http://192.168.0.1/admin";
      response.writeHead(302, { Location: location }).end();
    });
    const fetchGuarded = createGuardedFetch(outside);
    expect((await fetchGuarded(`http://faces.example:${port}/relative`, rules)).url).toBe(`http://other.example:${target}/`);
    await expect(fetchGuarded(`http://faces.example:${port}/bad`, rules)).rejects.toMatchObject({ messageKey: "fetch.notAllowed" });
  });

  it("does not follow a redirect to this computer or to another protocol", async () => {
    const inner = await serve(png);
    const port = await serve(({ url }, response) =>
      response.writeHead(302, { Location: url === "/file" ? "file:///etc/passwd" : `http://[::1]:${inner}/` }).end(),
    );
    const fetchGuarded = createGuardedFetch(outside);
    for (const place of ["/file", "/loopback"])
      await expect(fetchGuarded(`http://faces.example:${port}${place}`, rules)).rejects.toMatchObject({ messageKey: "fetch.notAllowed" });
  });

  it("gives up on a circle of redirects", async () => {
    const port = await serve((_request, response) => response.writeHead(302, { Location: "/again" }).end());
    await expect(createGuardedFetch(outside)(`http://faces.example:${port}/`, rules)).rejects.toMatchObject({
      messageKey: "fetch.redirects",
    });
  });

  it.each([
    ["announced", { "Content-Type": "image/png", "Content-Length": "5000" }],
    ["unannounced", { "Content-Type": "image/png" }],
  ])("breaks off an answer that is too large, %s", async (_how, headers) => {
    const port = await serve((_request, response) => {
      response.writeHead(200, headers);
      for (let part = 0; part < 5; part += 1) response.write(Buffer.alloc(1000));
      response.end();
    });
    await expect(createGuardedFetch(outside)(`http://faces.example:${port}/`, rules)).rejects.toMatchObject({
      messageKey: "fetch.tooLarge",
    });
  });

  it.each([
    ["never answers", () => undefined],
    [
      "drips",
      (_request: unknown, response: { writeHead: (status: number, headers: object) => { write: (text: string) => void } }) =>
        response.writeHead(200, { "Content-Type": "image/png" }).write("a"),
    ],
  ])("gives up on a server that %s", async (_how, answer) => {
    const port = await serve(answer as RequestListener);
    const quick = { ...rules, timeoutMs: 200 };
    await expect(createGuardedFetch(outside)(`http://faces.example:${port}/`, quick)).rejects.toMatchObject({ messageKey: "fetch.slow" });
  });

  it("gives up on a name server that does not answer", async () => {
    const fetchGuarded = createGuardedFetch({ resolve: () => new Promise(() => undefined) });
    await expect(fetchGuarded("http://faces.example/", { ...rules, timeoutMs: 100 })).rejects.toMatchObject({ messageKey: "fetch.slow" });
  });

  it("refuses other types and passes errors on as such", async () => {
    const port = await serve(({ url }, response) =>
      response.writeHead(url === "/page" ? 200 : 404, { "Content-Type": "text/html" }).end("<script>alert(1)</script>"),
    );
    const fetchGuarded = createGuardedFetch(outside);
    await expect(fetchGuarded(`http://faces.example:${port}/page`, rules)).rejects.toMatchObject({
      code: "INVALID",
      messageKey: "fetch.type",
    });
    await expect(fetchGuarded(`http://faces.example:${port}/none`, rules)).rejects.toMatchObject({
      code: "UPSTREAM",
      messageKey: "fetch.status",
      params: { status: 404 },
    });
    const nobody = createGuardedFetch({ resolve: () => Promise.reject(new Error("ENOTFOUND")) });
    await expect(nobody("http://nowhere.example/", rules)).rejects.toMatchObject({ code: "UPSTREAM", messageKey: "fetch.unreachable" });
  });
});
