import { AppError } from "@cml/domain/kernel";
import type { Metadata, Sharp, SharpOptions } from "sharp";

export type ReencodeOptions = {
  /** Larger pictures are made smaller, smaller ones stay as they are. */
  maxWidth: number;
  maxHeight?: number;
};
export type ReencodedImage = { bytes: Buffer; contentType: "image/webp"; width: number; height: number };

/** What a decoder must not be asked to unfold, whatever the file's size. */
export const maxPixels = 40_000_000;

// Decoders of formats that photos come in; no SVG, PDF or camera raw, whose readers do far more than read pixels.
const formats: readonly string[] = ["jpeg", "png", "webp", "gif", "heif", "tiff"];

/**
 * A picture from outside as a WebP of our own making: decoded by what its bytes are (never its name), turned upright,
 * without metadata (places, cameras, comments) or hidden payloads. Throws AppError("INVALID", "image.…").
 */
export const reencodeImage = async (bytes: Buffer, { maxWidth, maxHeight }: ReencodeOptions): Promise<ReencodedImage> => {
  // Loaded with its first picture: the native library takes 30 MB.
  const { default: sharp } = await import("sharp");
  // The decoder's cache and threads would outlive the one picture.
  sharp.cache(false);
  sharp.concurrency(1);
  await assertReadable((options) => sharp(bytes, options));
  const image = sharp(bytes, { limitInputPixels: maxPixels, failOn: "error", animated: false })
    .rotate()
    .resize({ width: maxWidth, height: maxHeight, fit: "inside", withoutEnlargement: true })
    .webp({ quality: 82 });
  try {
    const { data, info } = await image.toBuffer({ resolveWithObject: true });
    return { bytes: data, contentType: "image/webp", width: info.width, height: info.height };
  } catch (cause) {
    throw new AppError("INVALID", "image.unreadable", {}, { cause });
  }
};

const assertReadable = async (open: (options: SharpOptions) => Sharp): Promise<void> => {
  const { format, width, height } = await readHeader(open);
  if (!formats.includes(format)) throw new AppError("INVALID", "image.format");
  if (width * height > maxPixels) throw new AppError("INVALID", "image.tooManyPixels", { megapixels: maxPixels / 1_000_000 });
};

// Only the header: no pixel is decoded before its number is known.
const readHeader = async (open: (options: SharpOptions) => Sharp): Promise<Metadata> => {
  try {
    return await open({ limitInputPixels: false }).metadata();
  } catch (cause) {
    throw new AppError("INVALID", "image.unreadable", {}, { cause });
  }
};
