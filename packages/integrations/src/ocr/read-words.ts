import type { PictureWord } from "@cml/domain/influence";
import { type ChildProcess, spawn } from "node:child_process";
import { type Recognition, recognitionFiles, recognizeInProcess } from "./recognize";
import { wordsOfTable } from "./words-of-table";

/** Sharper for the reader than this gains nothing and takes memory. */
const mostPixels = 8_000_000;
const defaultTimeLimitMs = 90_000;

// One picture at a time: each takes a whole core and some 120 MB.
const kept: { last: Promise<unknown> } = { last: Promise.resolve() };

/**
 * The words of a picture in English and French, with the places they stand at, line by line from the top. Reads on this machine
 * only, in a process of its own: its memory ends with it, and whatever a crafted picture does to the reader stays there. Throws when the picture cannot be read or takes too long.
 */
export const readWords = (bytes: Buffer, { timeLimitMs = defaultTimeLimitMs } = {}): Promise<PictureWord[]> => {
  const reading = kept.last.then(() => read(bytes, timeLimitMs));
  kept.last = reading.catch(() => undefined);
  return reading;
};

const read = async (bytes: Buffer, timeLimitMs: number): Promise<PictureWord[]> => {
  const image = await prepare(bytes);
  return wordsOfTable(await runProcess({ image, ...recognitionFiles() }, timeLimitMs));
};

// Letters of a screenshot are small: the reader wants them about twice as high.
const prepare = async (bytes: Buffer): Promise<Uint8Array> => {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  const { data, info } = await sharp(bytes, { failOn: "error" })
    .rotate()
    .flatten({ background: "#fff" })
    .toBuffer({ resolveWithObject: true });
  const scale = Math.min(2, Math.sqrt(mostPixels / (info.width * info.height)));
  return sharp(data)
    .resize({ width: Math.max(1, Math.round(info.width * scale)) })
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer();
};

const runProcess = async (recognition: Recognition, timeLimitMs: number): Promise<string> => {
  // Without our environment, which holds secrets.
  const reader = spawn(process.execPath, ["--max-old-space-size=256", "--eval", `(${recognizeInProcess.toString()})()`], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    env: {},
  });
  try {
    return await answerOf(reader, recognition, timeLimitMs);
  } finally {
    reader.kill("SIGKILL");
  }
};

const answerOf = (reader: ChildProcess, recognition: Recognition, timeLimitMs: number): Promise<string> =>
  new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`reading a picture took more than ${String(timeLimitMs)} ms`)), timeLimitMs);
    reader.once("message", (table) => (typeof table === "string" ? resolve(table) : reject(new Error("no table of words"))));
    reader.once("error", reject);
    reader.once("exit", (code, signal) => {
      clearTimeout(timer);
      reject(new Error(`the reading process ended with ${String(code ?? signal)}`));
    });
    reader.send(recognition, (error) => error !== null && reject(error));
  });
