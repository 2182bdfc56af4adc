import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

// One pixel of pale green, which the map stretches over each tile.
const tile = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mN49ObOfwAJCAOqvuXrfgAAAABJRU5ErkJggg==", "base64");

/** Another server's basemap: a style and the tiles it names, on an origin of its own. `asked` holds the paths that were asked for. */
export const startStyleServer = async () => {
  const asked: string[] = [];
  const listener = createServer(({ url: path = "/", headers }, response) => {
    asked.push(path);
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (path.startsWith("/tiles/")) return void response.writeHead(200, { "Content-Type": "image/png" }).end(tile);
    const source = { type: "raster", tiles: [`http://${headers.host}/tiles/{z}/{x}/{y}.png`], tileSize: 256, maxzoom: 18 };
    const style = { version: 8, sources: { land: source }, layers: [{ id: "land", type: "raster", source: "land" }] };
    return void response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(style));
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const { port } = listener.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      listener.close(() => resolve());
      listener.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}/style.json`, asked, stop };
};
