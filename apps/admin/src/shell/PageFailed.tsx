import { errorMessage, failureOf } from "@cml/api-client";
import { ErrorState } from "@cml/ui";
import { useLocale } from "@cml/ui/i18n";
import { useRouter } from "@tanstack/react-router";

/** A page that could not be made: in words, with a way to try again; the rail stays. */
export const PageFailed = ({ error }: { error: unknown }) => {
  const locale = useLocale();
  const router = useRouter();
  return (
    <div style={{ maxWidth: 640, margin: "48px auto", padding: "0 16px" }}>
      <ErrorState message={errorMessage(error, locale)} requestId={failureOf(error).requestId} onRetry={() => void router.invalidate()} />
    </div>
  );
};
