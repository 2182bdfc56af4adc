import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { type VideoMetadata, videoMetadataSchema } from "@cml/domain/media";
import installer from "@ffprobe-installer/ffprobe";
import { z } from "zod";

const run = promisify(execFile);

/** ffprobe understood that this is not a playable file: trying again would not help. */
export class UnreadableFile extends Error {}

/** FFPROBE_PATH, else the system's, else the binary that came with the package. */
export const ffprobePath = (configured: string | undefined): string => {
  if (configured !== undefined) return configured;
  const folders = (process.env["PATH"] ?? "").split(":"); // eslint-disable-line no-restricted-properties -- the search path is the system's, not ours
  const found = folders.map((folder) => `${folder}/ffprobe`).find((candidate) => existsSync(candidate));
  return found ?? installer.path;
};

const number = z.coerce.number().refine(Number.isFinite);
const probeSchema = z.object({
  format: z.object({ duration: number.optional().catch(undefined), format_name: z.string().optional() }),
  streams: z
    .array(
      z.object({
        codec_type: z.string().optional(),
        codec_name: z.string().optional(),
        width: z.int().positive().optional().catch(undefined),
        height: z.int().positive().optional().catch(undefined),
        duration: number.optional().catch(undefined),
        disposition: z.object({ attached_pic: z.number().optional() }).optional(),
        tags: z.record(z.string(), z.string()).optional(),
        side_data_list: z.array(z.object({ rotation: z.number().optional() }).loose()).optional(),
      }),
    )
    .default([]),
});
type Probe = z.infer<typeof probeSchema>;

/** Reads the metadata of a local path or an http address. Throws UnreadableFile when it is no playable file. */
export const readMetadata = async (ffprobe: string, source: string, timeoutMs = 30_000): Promise<VideoMetadata> => {
  const args = [
    "-v",
    "error",
    "-print_format",
    "json",
    "-show_format",
    "-show_streams",
    "-protocol_whitelist",
    "file,http,https,tcp,tls,crypto",
    source,
  ];
  try {
    const { stdout } = await run(ffprobe, args, { timeout: timeoutMs, maxBuffer: 4_000_000, killSignal: "SIGKILL" });
    return toMetadata(probeSchema.parse(JSON.parse(stdout)));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const said = saidByFfprobe(error, source);
    if (said === null) throw error;
    throw new UnreadableFile(said);
  }
};

// ffprobe ends with code 1 for a file it cannot read; a server that does not answer is our trouble, not the file's.
const saidByFfprobe = (error: unknown, source: string): string | null => {
  if (typeof error !== "object" || error === null || !("stderr" in error) || !("code" in error) || error.code !== 1) return null;
  const text = String(error.stderr).replaceAll(source, "the file").trim();
  return /Server returned|Connection|timed out|Input\/output error/i.test(text) ? null : text.slice(0, 500) || "ffprobe could not read it";
};

const toMetadata = (probe: Probe): VideoMetadata => {
  const picture = probe.streams.find((stream) => stream.codec_type === "video" && stream.disposition?.attached_pic !== 1);
  const sound = probe.streams.find((stream) => stream.codec_type === "audio");
  if (picture === undefined && sound === undefined) throw new UnreadableFile("The file has neither picture nor sound.");
  const duration = probe.format.duration ?? picture?.duration ?? sound?.duration ?? null;
  return videoMetadataSchema.parse({
    durationSeconds: duration !== null && duration > 0 ? duration : null,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    rotation: rotationOf(picture),
    codecs: { video: picture?.codec_name ?? null, audio: sound?.codec_name ?? null },
    hasAudio: sound !== undefined,
    mimeType: mimeTypeOf(probe.format.format_name ?? "", picture !== undefined),
  });
};

// Newer files carry a display matrix (counter-clockwise), older ones a tag (clockwise).
const rotationOf = (picture: Probe["streams"][number] | undefined): number => {
  const matrix = picture?.side_data_list?.find((data) => data.rotation !== undefined)?.rotation;
  const clockwise = matrix !== undefined ? -matrix : Number(picture?.tags?.["rotate"] ?? 0);
  return (((Math.round(clockwise / 90) * 90) % 360) + 360) % 360;
};

const mimeTypes: [RegExp, string][] = [
  [/mp4|mov/, "mp4"],
  [/webm/, "webm"],
  [/matroska/, "x-matroska"],
  [/avi/, "x-msvideo"],
  [/flv/, "x-flv"],
  [/asf/, "x-ms-asf"],
  [/mpeg/, "mpeg"],
  [/ogg/, "ogg"],
  [/mp3/, "mpeg"],
];
const mimeTypeOf = (format: string, hasPicture: boolean): string | null => {
  const known = mimeTypes.find(([pattern]) => pattern.test(format));
  return known === undefined ? null : `${hasPicture ? "video" : "audio"}/${known[1]}`;
};
