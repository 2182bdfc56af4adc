import { ink, type Sheet } from "./sheet-page";

type Mark = { x: number; y: number; radius: number };

/** The marks of support as on every screen: 1 a full circle, 2 a half, 3 a ring, 4 a cross. They tell apart in black and white. */
export const printSupportMark = ({ doc }: Sheet, level: 1 | 2 | 3 | 4, { x, y, radius }: Mark): void => {
  doc.lineWidth(1).strokeColor(ink.text).fillColor(ink.text);
  if (level === 4) {
    const arm = radius * 0.8;
    doc
      .lineWidth(1.6)
      .moveTo(x - arm, y - arm)
      .lineTo(x + arm, y + arm)
      .moveTo(x - arm, y + arm)
      .lineTo(x + arm, y - arm)
      .stroke();
    return;
  }
  doc.circle(x, y, radius);
  if (level === 1) doc.fillAndStroke(ink.text, ink.text);
  else doc.stroke();
  if (level === 2) doc.path(`M ${x} ${y - radius} A ${radius} ${radius} 0 0 0 ${x} ${y + radius} Z`).fill();
};
