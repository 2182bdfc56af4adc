import { createRequire } from "node:module";

export type Recognition = { image: Uint8Array; core: string; languages: { code: string; path: string }[] };

type Engine = {
  FS: { writeFile: (path: string, data: Uint8Array) => void };
  TessBaseAPI: new () => {
    Init: (folder: null, languages: string, mode: number) => number;
    SetVariable: (name: string, value: string) => void;
    SetImageFile: (orientation: number, angle: number) => number;
    Recognize: (monitor: null) => number;
    GetTSVText: () => string;
  };
};

/**
 * The whole program of the process that reads one picture. It is handed over as text and runs on its own: it may use nothing
 * but what stands in it. Everything it needs is read from files; it asks no network.
 */
export const recognizeInProcess = (): void => {
  const { readFileSync } = process.getBuiltinModule("node:fs");
  const { gunzipSync } = process.getBuiltinModule("node:zlib");
  // People who wait for a page go first.
  process.getBuiltinModule("node:os").setPriority(10);
  process.once("disconnect", () => process.exit(1));
  const recognize = async ({ image, core, languages }: Recognition): Promise<string> => {
    const start = process.getBuiltinModule("node:module").createRequire(core)(core) as (options: object) => Promise<Engine>;
    const silent = (): void => undefined;
    const engine = await start({ print: silent, printErr: silent });
    for (const { code, path } of languages) engine.FS.writeFile(`./${code}.traineddata`, gunzipSync(readFileSync(path)));
    const api = new engine.TessBaseAPI();
    const lstmOnly = 1;
    if (api.Init(null, languages.map(({ code }) => code).join("+"), lstmOnly) !== 0) throw new Error("the language data cannot be read");
    api.SetVariable("user_defined_dpi", "150");
    engine.FS.writeFile("/input", image);
    if (api.SetImageFile(1, 0) !== 0) throw new Error("the picture cannot be read");
    api.Recognize(null);
    return api.GetTSVText();
  };
  process.once("message", (message) => void recognize(message as Recognition).then((table) => process.send?.(table)));
};

const require = createRequire(import.meta.url);

const languageFile = (code: string): { code: string; path: string } => ({
  code,
  path: require.resolve(`@tesseract.js-data/${code}/4.0.0_best_int/${code}.traineddata.gz`),
});

/** The engine and the two languages the platform speaks, as files of installed packages. */
export const recognitionFiles = (): Omit<Recognition, "image"> => ({
  core: require.resolve("tesseract.js-core/tesseract-core-simd-lstm.js"),
  languages: [languageFile("eng"), languageFile("fra")],
});
