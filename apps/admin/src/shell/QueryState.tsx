import { errorMessage, failureOf } from "@cml/api-client";
import { ErrorState, NotFound, PageSkeleton } from "@cml/ui";
import { useLocale } from "@cml/ui/i18n";
import type { ReactNode } from "react";

type Query<T> = { data: T | undefined; error: unknown; refetch: () => unknown };
type Props<T> = { query: Query<T>; shape?: "page" | "table" | "form" | "cards"; rows?: number; children: (data: T) => ReactNode };

/** The four faces of loaded data: its skeleton, its failure, nothing there, and itself. Old data stays in view when a refresh fails. */
export const QueryState = <T,>({ query, shape = "page", rows, children }: Props<T>) => {
  const locale = useLocale();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error === null || query.error === undefined) return <PageSkeleton shape={shape} rows={rows} />;
  const failure = failureOf(query.error);
  if (failure.status === 404) return <NotFound />;
  return <ErrorState message={errorMessage(query.error, locale)} requestId={failure.requestId} onRetry={() => void query.refetch()} />;
};
