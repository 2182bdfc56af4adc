import { type RefObject, useEffect, useRef, useState } from "react";

/** `none`: the device has no camera, or the page may not ask for one because its connection is not secure. */
export type CameraState = "asking" | "on" | "none" | "refused" | "failed";

export type Camera = { video: RefObject<HTMLVideoElement | null>; state: CameraState };

/** The camera that looks away from the person, shown in `video` until the component goes. */
export const useCamera = (): Camera => {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<CameraState>("asking");
  useEffect(() => {
    let stream: MediaStream | null = null;
    let isGone = false;
    const stop = () => stream?.getTracks().forEach((track) => track.stop());
    const open = async () => {
      try {
        stream = await askForCamera();
        if (stream === null) return setState("none");
        // Closed before the person answered.
        if (isGone || video.current === null) return stop();
        video.current.srcObject = stream;
        await video.current.play();
        setState("on");
      } catch (error) {
        stop();
        if (!isGone) setState(stateOf(error));
      }
    };
    void open();
    return () => {
      isGone = true;
      stop();
    };
  }, []);
  return { video, state };
};

const askForCamera = async (): Promise<MediaStream | null> => {
  // Missing on pages without a secure connection, whatever the types say.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return null;
  return devices.getUserMedia({ audio: false, video: { facingMode: "environment", width: { ideal: 1280 } } });
};

const stateOf = (error: unknown): CameraState => {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotFoundError" || name === "OverconstrainedError") return "none";
  return name === "NotAllowedError" || name === "SecurityError" ? "refused" : "failed";
};
