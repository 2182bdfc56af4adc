import { expect, it } from "vitest";
import { renderSite } from "../src/render-site";
import { aSite, aSource } from "./a-source";

const area = {
  id: "a1",
  name: "Strathcona",
  color: "#0f5c4d",
  bounds: [-123.1, 49.27, -123.08, 49.29] as [number, number, number, number],
  doors: 1240,
  share: 0.42,
  at: { latitude: 49.28, longitude: -123.09 },
};
const source = aSource({ areas: async () => [area, { ...area, id: "a2", name: "Crab Park", doors: null, share: null }] });
const get = (url: string, from = source) => renderSite({ url, nonce: "n0nce", publicUrl: "https://act.example.org", source: from });

/** What a reader without JavaScript is left with. */
const textOf = (html: string) =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");

it("says every area's share without JavaScript, in either language, and nothing of those with a few doors", async () => {
  const { html, status } = await get("/map");
  expect(status).toBe(200);
  expect(textOf(html)).toMatch(/The map needs JavaScript.*Strathcona 42% 1,240 doors Crab Park Under ten doors/);
  expect(textOf((await get("/fr/map")).html)).toMatch(/Strathcona 42 % 1 240 portes/);
});

it("says who is to be thanked, and hands nothing on that a button without its map could do", async () => {
  const credits = ["Adapted from Statistics Canada"];
  const credited = aSource({
    ...source,
    mapGround: async () => ({ latitude: 49, longitude: -123, zoom: 11, ground: { kind: "plain" }, credits }),
  });
  const { html } = await get("/map", credited);
  expect(textOf(html)).toContain("Adapted from Statistics Canada");
  expect(html).not.toContain("aria-pressed");
});

it("tells what would stand there while nothing is public, and is not there at all without a map", async () => {
  expect(textOf((await get("/map", aSource())).html)).toContain("No area is public yet");
  const without = aSource({ site: async () => aSite({ enableMap: false }) });
  expect((await get("/map", without)).status).toBe(404);
  expect((await get("/", without)).html).not.toContain('href="/map"');
  expect((await get("/", aSource())).html).toContain('href="/map"');
});
