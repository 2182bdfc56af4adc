import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { initI18n } from "../i18n";
import { AppTheme } from "../theme/AppTheme";
import { CodeScanner } from "./CodeScanner";

beforeAll(() => initI18n({ kernel: () => import("@cml/i18n/kernel") }, "en"));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const withCamera = (getUserMedia: (() => Promise<unknown>) | null) =>
  Object.defineProperty(navigator, "mediaDevices", { configurable: true, value: getUserMedia === null ? undefined : { getUserMedia } });
const show = () => {
  const handlers = { onCode: vi.fn(), onClose: vi.fn() };
  render(
    <AppTheme>
      <CodeScanner {...handlers} />
    </AppTheme>,
  );
  return handlers;
};

it("says what to do where there is no camera, and closes", async () => {
  withCamera(null);
  const { onClose } = show();
  expect((await screen.findByRole("alert")).textContent).toContain("Type the code");
  fireEvent.click(screen.getAllByRole("button", { name: "Close the camera" })[0] as HTMLElement);
  expect(onClose).toHaveBeenCalled();
});

it("says what to do where the camera may not be used", async () => {
  withCamera(() => Promise.reject(new DOMException("no", "NotAllowedError")));
  show();
  expect((await screen.findByRole("alert")).textContent).toContain("turned off");
});

it("tells of a code once while it stays before the camera, and lets go of the camera at the end", async () => {
  const stop = vi.fn();
  withCamera(() => Promise.resolve({ getTracks: () => [{ stop }] }));
  const detect = vi.fn(() => Promise.resolve([{ rawValue: "K7QM-2XWD" }]));
  const Reader = class {
    static getSupportedFormats = () => Promise.resolve(["qr_code"]);
    detect = detect;
  };
  vi.stubGlobal("BarcodeDetector", Reader);
  const media = { play: () => Promise.resolve(), readyState: 4 };
  for (const [name, value] of Object.entries(media)) Object.defineProperty(HTMLVideoElement.prototype, name, { configurable: true, value });
  Object.defineProperty(HTMLVideoElement.prototype, "srcObject", { configurable: true, writable: true, value: null });
  const { onCode } = show();
  await waitFor(() => expect(detect.mock.calls.length).toBeGreaterThan(2));
  expect(onCode.mock.calls).toEqual([["K7QM-2XWD"]]);
  cleanup();
  expect(stop).toHaveBeenCalled();
});
