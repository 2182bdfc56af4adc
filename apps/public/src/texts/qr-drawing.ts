import { encode } from "uqr";

/** A QR code as one SVG path over a square of `size`. */
export type QrDrawing = { path: string; size: number };

export const drawQr = (text: string): QrDrawing => {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { path, size };
};
