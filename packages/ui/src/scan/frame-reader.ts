/** Reads the code in a picture of the camera; null while there is none to read. */
export type FrameReader = (video: HTMLVideoElement) => Promise<string | null>;

type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorClass = { new (options: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> };

/** What the device reads by itself where it can; else a reader that is fetched only now, because few devices need it. */
export const frameReader = async (): Promise<FrameReader> => (await ownReader()) ?? fetchedReader();

const ownReader = async (): Promise<FrameReader | null> => {
  const Detector = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (Detector === undefined) return null;
  // Some systems carry the class without anything behind it.
  const formats = await Detector.getSupportedFormats().catch((): string[] => []);
  if (!formats.includes("qr_code")) return null;
  const detector = new Detector({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
};

/** Larger pictures cost time and are read no better. */
const longestSide = 720;

const fetchedReader = async (): Promise<FrameReader> => {
  const { readPixels } = await import("./read-pixels");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) return () => Promise.resolve(null);
  return (video) => {
    const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight));
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    if (canvas.width === 0 || canvas.height === 0) return Promise.resolve(null);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return Promise.resolve(readPixels(context.getImageData(0, 0, canvas.width, canvas.height)));
  };
};
