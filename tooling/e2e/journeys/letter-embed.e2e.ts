import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { seriousFindings } from "../src/accessibility";
import { newPerson, pictures } from "../src/browser";
import { type LetterHouse, raiseLetterHouse } from "../src/letter-house";

let all: LetterHouse;
// What was started is stopped from the last to the first, also when the next one would not start.
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  all = await raiseLetterHouse();
  undo.push(() => all.close());
});
afterAll(async () => {
  for (const step of undo.reverse()) await step();
});

/** Somebody else's site that shows one address of ours in a frame and hears what the frame tells. */
const startSite = async (framed: () => string): Promise<string> => {
  const page = () => `<!doctype html><html lang="en"><title>A neighbourhood paper</title><h1>A neighbourhood paper</h1>
    <iframe title="Letter" src="${framed()}" width="360" height="400"></iframe>
    <script>addEventListener("message", ({ data }) => {
      if (data?.type === "changemaker:height") document.querySelector("iframe").height = data.height;
      document.body.dataset.heard = JSON.stringify(data);
    });</script>`;
  const server = createServer((_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(page()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  undo.push(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

it("lets the sites a campaign names show its letter in a frame, and no other", async () => {
  let embedded = "";
  const named = await startSite(() => embedded);
  const other = await startSite(() => embedded);
  const { slug } = await all.publish({ title: "Bus in a frame", embedOrigins: [named] });
  embedded = `${all.house.url}/embed/${slug}`;

  const reader = await newPerson(all.browser, { baseUrl: named });
  const { page } = reader;
  await page.goto("/");
  const frame = page.frameLocator("iframe");
  await frame.getByRole("heading", { name: "Bus in a frame" }).waitFor();
  // The frame says how tall it is, so that the page around need not scroll twice, and says nothing else.
  const heard = () => page.locator("body").getAttribute("data-heard");
  await expect.poll(heard).toMatch(/^\{"type":"changemaker:height","slug":"[a-z-]+","height":\d+\}$/);
  await frame.getByLabel("Your postal code").fill("M5V 3L9");
  await frame.getByRole("button", { name: "Find my representatives" }).click();
  await frame.getByText("Pat Ridings").waitFor();
  const height = Number(/"height":(\d+)/.exec((await heard()) ?? "")?.[1]);
  await frame.getByRole("button", { name: "Continue to the letter" }).click();
  await frame.getByRole("button", { name: "Continue", exact: true }).click();
  await frame.getByLabel("Your name").fill("Noor Haddad");
  await frame.getByLabel("Your e-mail address").fill("noor@example.org");
  await frame.getByRole("button", { name: "Send my letter" }).click();
  await frame.getByText("Your letter is on its way").waitFor();
  await expect.poll(() => all.sink.mailsTo("mp2@example.org").length, { timeout: 30_000 }).toBe(1);
  expect(height).toBeGreaterThan(300);
  await pictures(page, "embed-framed");
  expect(reader.faults).toEqual([]);

  // Elsewhere the browser refuses it, and nothing of the campaign is seen.
  const stranger = await newPerson(all.browser, { baseUrl: other });
  await stranger.page.goto("/");
  await expect.poll(() => stranger.faults.join(" ")).toMatch(/frame-ancestors/);
  await expect.poll(() => stranger.page.frames().some((frame) => frame.url().startsWith("chrome-error:"))).toBe(true);
  expect(await stranger.page.frameLocator("iframe").getByText("Bus in a frame").count()).toBe(0);
  expect(await stranger.page.locator("body").getAttribute("data-heard")).toBeNull();

  // The rest of the product is framed by nobody, and a page that lost its site frames nothing either.
  const policy = async (path: string) => (await page.request.get(`${all.house.url}${path}`)).headers()["content-security-policy"] ?? "";
  expect(await policy(`/embed/${slug}`)).toContain(`frame-ancestors 'self' ${named};`);
  for (const path of [`/c/${slug}`, "/campaigns", "/admin/"]) expect(await policy(path)).toMatch(/frame-ancestors '(none|self)'(;|$)/);
});

it("stands alone as a page, in both languages and sizes", async () => {
  const { slug } = await all.publish({ title: "Bus in a frame, alone", allowMailtoLink: true, allowPrint: true });
  for (const [locale, address, label] of [
    ["en-CA", `/embed/${slug}`, "Your postal code"],
    ["fr-CA", `/fr/embed/${slug}`, "Votre code postal"],
  ] as const) {
    const { page, faults } = await newPerson(all.browser, { baseUrl: all.house.url, locale });
    await page.goto(address);
    await page.getByLabel(label).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await pictures(page, `embed-${locale}`);
    expect(faults).toEqual([]);
  }
});
