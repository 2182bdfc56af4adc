import { errorMessage, failureOf } from "@cml/api-client";
import { ErrorState } from "@cml/ui";
import { useLocale } from "@cml/ui/i18n";
import type { ReactNode } from "react";

type Props = { query: { error: unknown; data: unknown; refetch: () => unknown }; children: ReactNode };

/** A table draws its own skeleton and emptiness; here only a first load that failed takes its place. */
export const TableError = ({ query, children }: Props) => {
  const locale = useLocale();
  if (query.data !== undefined || query.error === null || query.error === undefined) return <>{children}</>;
  const { requestId } = failureOf(query.error);
  return <ErrorState message={errorMessage(query.error, locale)} requestId={requestId} onRetry={() => void query.refetch()} />;
};
