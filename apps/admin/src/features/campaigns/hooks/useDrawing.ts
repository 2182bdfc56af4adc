import type { Locale } from "@cml/domain/kernel";
import { useEffect, useRef, useState } from "react";
import { type PreviewScheme, showScheme } from "../model/preview-scheme";

export const previewFrames = ["one", "other"] as const;
type Frame = (typeof previewFrames)[number];
type Drawn = { draft: string; language: Locale; scheme: PreviewScheme };

const lookMs = 100;

/**
 * Draws the draft by posting it into a frame. Two frames take turns, so that the page that is seen stays until the next one
 * can be read, scrolled as far; what loads late (panel, pictures) is not waited for.
 */
export const useDrawing = ({ draft, language, scheme }: Drawn) => {
  const form = useRef<HTMLFormElement>(null);
  const views = useRef<Partial<Record<Frame, HTMLIFrameElement | null>>>({});
  const [shown, setShown] = useState<Frame | null>(null);
  const [failed, setFailed] = useState(false);
  const [turn, setTurn] = useState(0);
  const now = useRef({ shown, scheme });
  now.current = { shown, scheme };

  useEffect(() => {
    const next: Frame = now.current.shown === "one" ? "other" : "one";
    const view = views.current[next];
    if (form.current === null || !view) return;
    const before = view.contentDocument;
    form.current.target = `preview-${next}`;
    form.current.submit();
    const look = setInterval(() => {
      const page = view.contentDocument;
      if (page === null || page === before || !isReadable(page)) return;
      clearInterval(look);
      const isPage = page.querySelector("main") !== null;
      setFailed(!isPage);
      if (!isPage) return;
      showScheme(page, now.current.scheme);
      const seen = now.current.shown === null ? null : views.current[now.current.shown]?.contentWindow;
      setShown(next);
      // A frame that is not shown has no height to scroll in.
      requestAnimationFrame(() => view.contentWindow?.scrollTo(0, seen?.scrollY ?? 0));
    }, lookMs);
    return () => clearInterval(look);
  }, [draft, language, turn]);

  useEffect(() => {
    const page = shown === null ? null : views.current[shown]?.contentDocument;
    if (page) showScheme(page, scheme);
  }, [scheme, shown]);

  const frame = (name: Frame) => (element: HTMLIFrameElement | null) => {
    views.current[name] = element;
  };
  return { form, frame, shown, failed, again: () => setTurn((count) => count + 1) };
};

const isReadable = (page: Document): boolean =>
  page.URL !== "about:blank" &&
  page.readyState !== "loading" &&
  [...page.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')].every(({ sheet }) => sheet !== null);
