import type { QrDrawing } from "../texts/qr-drawing";

/** A QR code, black on white in either scheme, because that is what cameras read. */
export const QrCode = ({ drawing: { path, size }, label }: { drawing: QrDrawing; label: string }) => (
  <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
    <rect width={size} height={size} fill="#fff" />
    <path d={path} fill="#000" />
  </svg>
);
