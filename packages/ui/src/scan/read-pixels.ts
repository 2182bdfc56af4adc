import { decodeQR } from "qr/decode.js";

/** The QR code in a picture of red, green, blue and alpha; null when it holds none that can be read. */
export const readPixels = (image: Pick<ImageData, "data" | "width" | "height">): string | null => {
  try {
    return decodeQR(image);
  } catch {
    // It throws for each picture without a code: most of those a moving camera takes.
    return null;
  }
};
