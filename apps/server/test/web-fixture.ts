import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** Small stand-ins for the built browser apps, in a folder of their own. */
export const makeWebFixture = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "cml-web-"));
  const write = (name: string, text: string) => {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  };
  write("secret.txt", "outside");
  write("admin/index.html", '<html><head><style nonce="__CSP_NONCE__"></style></head><body>admin shell</body></html>');
  write("admin/assets/app-1a2b3c.js", "export const answer = 42;");
  write("canvass/index.html", "<html><head></head><body>canvass shell</body></html>");
  write("canvass/sw.js", "self.skipWaiting();");
  write("canvass/manifest.webmanifest", "{}");
  write("public/client/assets/site-9f8e.css", "body { color: black }");
  write(
    "public/server/entry-server.js",
    `export const render = async ({ method, url, locale, nonce }) => {
       if (url.startsWith("/breaks")) throw new Error("relation does not exist");
       if (url.startsWith("/moved")) return { status: 302, html: "", headers: { location: "/" } };
       const frameAncestors = url.startsWith("/embed/") ? ["https://velo.example.org", "https://x.example; script-src *", "http://localhost:8080"] : [];
       return { frameAncestors, status: url.startsWith("/missing") ? 404 : 200, html: "<html lang=" + locale + "><head><style nonce='" + nonce + "'></style></head><body>" + method + " " + url + "</body></html>" };
     };`,
  );
  fs.writeFileSync(path.join(folder, "public/server/package.json"), '{ "type": "module" }');
  const at = (name: string) => path.join(folder, name);
  return {
    web: { admin: at("admin"), canvass: at("canvass"), public: at("public") },
    remove: () => fs.rmSync(folder, { recursive: true }),
  };
};
