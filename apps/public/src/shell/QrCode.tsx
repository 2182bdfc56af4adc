import { encode } from "uqr";

/** A text as a QR code, drawn here: black on white in either scheme, because that is what cameras read. */
export const QrCode = ({ text, label }: { text: string; label: string }) => {
  const { path, size } = drawn(text);
  return (
    <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

const drawn = (text: string): { path: string; size: number } => {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
  return { path, size };
};
