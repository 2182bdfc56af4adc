import { describe, expect, it } from "vitest";
import { orientationOf, qualityOf } from "./video-metadata";

describe("what a frame looks like", () => {
  it.each([
    ["a phone held upright, stored sideways", { width: 1920, height: 1080, rotation: 90 }, "portrait", "1080p"],
    ["a television picture", { width: 1920, height: 1080, rotation: 0 }, "landscape", "1080p"],
    ["upside down stays landscape", { width: 1280, height: 720, rotation: 180 }, "landscape", "720p"],
    ["a square", { width: 600, height: 600, rotation: 0 }, "square", "480p"],
    ["cinema", { width: 3840, height: 2160, rotation: 0 }, "landscape", "4K"],
    ["very small", { width: 160, height: 120, rotation: 0 }, "landscape", "120p"],
    ["sound only", { width: null, height: null, rotation: 0 }, null, null],
  ] as const)("%s", (_name, frame, orientation, quality) => {
    expect(orientationOf(frame)).toBe(orientation);
    expect(qualityOf(frame)).toBe(quality);
  });
});
