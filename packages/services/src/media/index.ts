export { claimMediaJob } from "./media-jobs/claim-media-job";
export { openMediaSource } from "./media-jobs/open-media-source";
export { failMediaJob, finishProbe, reportProgress } from "./media-jobs/report-media-job";
export { createVideo } from "./videos/create-video";
export { getVideo } from "./videos/get-video";
export { listVideos } from "./videos/list-videos";
