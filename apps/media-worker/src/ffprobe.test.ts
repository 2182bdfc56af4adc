import path from "node:path";
import { describe, expect, it } from "vitest";
import { ffprobePath, readMetadata, UnreadableFile } from "./ffprobe";

const folder = path.resolve(import.meta.dirname, "../../../tooling/fixtures/video");
const read = (name: string) => readMetadata(ffprobePath(undefined), path.join(folder, name));

describe("reading a file's metadata", () => {
  it("tells size, length, codecs and sound", async () =>
    expect(await read("edts.mp4")).toEqual({
      durationSeconds: 9,
      width: 854,
      height: 480,
      rotation: 0,
      codecs: { video: "h264", audio: "aac" },
      hasAudio: true,
      mimeType: "video/mp4",
    }));

  it.each([
    ["fixture.webm", "vp8", "video/webm", true],
    ["frames.webm", "vp9", "video/webm", false],
    ["fixture.avi", "msmpeg4v2", "video/x-msvideo", true],
    ["fixture.flv", "flv1", "video/x-flv", false],
    ["fixture.wmv.asf", "wmv2", "video/x-ms-asf", true],
    ["fixture.mpg", "mpeg1video", "video/mpeg", false],
    ["fixture.m4a", null, "audio/mp4", true],
    ["fixture.mp3", null, "audio/mpeg", true],
  ])("reads %s", async (...[name, video, mimeType, hasAudio]) =>
    expect(await read(name)).toMatchObject({ codecs: { video }, mimeType, hasAudio }),
  );

  it.each(["fixture-isom.mp4", "fixture-mp4v2.mp4", "fixture.ogv"])("says that %s cannot be played, without its path", async (name) => {
    const error = await read(name).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect(String(error)).not.toContain(folder);
  });

  it("does not blame the file when the server does not answer", async () => {
    const error = await readMetadata(ffprobePath(undefined), "http://127.0.0.1:9/none.mp4").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(UnreadableFile);
  });
});
