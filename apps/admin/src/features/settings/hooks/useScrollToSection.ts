import { useLocation } from "@tanstack/react-router";
import { useEffect } from "react";

/** A link to a section (`/settings#mail`) arrives before the section does: once it is there, it comes into view and takes the focus. */
export const useScrollToSection = (isThere: boolean) => {
  const { hash } = useLocation();
  useEffect(() => {
    if (!isThere || hash === "") return;
    const section = document.getElementById(hash);
    section?.scrollIntoView();
    section?.querySelector<HTMLElement>("input")?.focus({ preventScroll: true });
  }, [isThere, hash]);
};
