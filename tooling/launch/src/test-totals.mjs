/**
 * Totals of one vitest run from its JSON report and exit code. A file that could not even be loaded has no failed test,
 * and a run may fail with none at all; neither may pass for green, so each counts as one failure.
 */
export const countResults = (report, exitCode) => {
  const passed = report?.numPassedTests ?? 0;
  const broken = (report?.testResults ?? []).filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  const failed = (report?.numFailedTests ?? 0) + broken.length;
  return { passed, failed: exitCode !== 0 && failed === 0 ? 1 : failed };
};
