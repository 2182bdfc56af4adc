import type { ReactNode } from "react";

export const EmptyState = ({ title, text, children }: { title: string; text: string; children?: ReactNode }) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    <p>{text}</p>
    {children}
  </div>
);
