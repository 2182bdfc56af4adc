import { findMediaJob, findVideo } from "@cml/db/media";
import type { VideoMetadata } from "@cml/domain/media";
import { aStranger, anActor, createTestDb, fakeClock, testDeps } from "@cml/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createVideo } from "../videos/create-video";
import { claimMediaJob } from "./claim-media-job";
import { openMediaSource } from "./open-media-source";
import { failMediaJob, finishProbe, reportProgress } from "./report-media-job";

type TestDb = Awaited<ReturnType<typeof createTestDb>>;
let test: TestDb;
beforeAll(async () => {
  test = await createTestDb();
});
afterAll(() => test.drop());

const worker = (workerName: string) => ({ ...aStranger(), kind: "worker" as const, workerName });
const metadata: VideoMetadata = {
  durationSeconds: 9,
  width: 1920,
  height: 1080,
  rotation: 90,
  codecs: { video: "h264", audio: "aac" },
  hasAudio: true,
  mimeType: "video/mp4",
};

const setUp = () => testDeps({ db: test.db, clock: fakeClock() });
let deps: ReturnType<typeof setUp>;
beforeEach(() => {
  deps = setUp();
});

const aVideo = async () => {
  await deps.storage.put("uploads/upload-0001", Buffer.from("not really a film"), "application/octet-stream");
  return createVideo(deps, anActor("SUPER_ADMIN"), {
    uploadId: "upload-0001",
    title: "Rally",
    description: null,
    originalFilename: "rally.mp4",
  });
};
const mustClaim = async (name = "box-1") => {
  const job = await claimMediaJob(deps, worker(name));
  if (job === null) throw new Error("there was no job");
  return job;
};
const sourceOf = (path: string) => {
  const [mediaJobId, holdToken, proof] = path.split("/").slice(2);
  return { mediaJobId: mediaJobId ?? "", holdToken: holdToken ?? "", proof: proof ?? "" };
};

describe("a media worker", () => {
  it("reads a new video and the organiser sees what it is", async () => {
    const video = await aVideo();
    const job = await mustClaim();
    await reportProgress(deps, worker("box-1"), { hold: job.hold, progress: 40 });
    await finishProbe(deps, worker("box-1"), { hold: job.hold, metadata });
    expect(await findVideo(test.db, video.id)).toMatchObject({
      durationSeconds: 9,
      orientation: "portrait",
      quality: "1080p",
      hasAudio: true,
    });
    expect(await findMediaJob(test.db, job.hold.mediaJobId)).toMatchObject({ status: "completed", progress: 100, leaseOwner: null });
    expect(await claimMediaJob(deps, worker("box-1"))).toBeNull();
  });

  it("opens the file only for the one who holds the job, and only while it runs", async () => {
    await aVideo();
    const job = await mustClaim();
    const source = sourceOf(job.sourcePath);
    expect((await openMediaSource(deps, source)).sizeBytes).toBe("not really a film".length);
    await expect(openMediaSource(deps, { ...source, proof: "0".repeat(64) })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(openMediaSource(deps, { ...source, holdToken: "another" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await finishProbe(deps, worker("box-1"), { hold: job.hold, metadata });
    await expect(openMediaSource(deps, source)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("cannot report about a job that another worker holds", async () => {
    const video = await aVideo();
    const job = await mustClaim();
    await expect(finishProbe(deps, worker("box-2"), { hold: job.hold, metadata })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(finishProbe(deps, worker("box-1"), { hold: { ...job.hold, holdToken: "x" }, metadata })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await findVideo(test.db, video.id)).toMatchObject({ width: null });
    await finishProbe(deps, worker("box-1"), { hold: job.hold, metadata });
  });

  it("is told that its hold is gone after it fell silent", async () => {
    await aVideo();
    const job = await mustClaim();
    deps.mediaClaims.dropHolds();
    await expect(reportProgress(deps, worker("box-1"), { hold: job.hold, progress: 10 })).rejects.toMatchObject({ code: "CONFLICT" });
    await finishProbe(deps, worker("box-1"), { hold: job.hold, metadata });
  });

  it("marks a file that cannot be read, and does not try it again", async () => {
    const video = await aVideo();
    const job = await mustClaim();
    await failMediaJob(deps, worker("box-1"), { hold: job.hold, reason: "moov atom not found", unreadable: true });
    expect(await findVideo(test.db, video.id)).toMatchObject({ isValid: false, validationError: "moov atom not found" });
    expect(await findMediaJob(test.db, job.hold.mediaJobId)).toMatchObject({ status: "failed" });
  });

  it("finds a job whose process died between the row and the queue", async () => {
    await aVideo();
    deps.jobs.clear();
    expect(await claimMediaJob(deps, worker("box-1"))).toBeNull();
    deps.clock.advance(61_000);
    const job = await mustClaim();
    await finishProbe(deps, worker("box-1"), { hold: job.hold, metadata });
  });
});

it("makes no video of an upload that does not exist", async () => {
  const input = { uploadId: "nothing-here", title: "Rally", description: null, originalFilename: "rally.mp4" };
  await expect(createVideo(deps, anActor("SUPER_ADMIN"), input)).rejects.toMatchObject({
    code: "NOT_FOUND",
    messageKey: "media.uploadNotFound",
  });
});
