/** Asks the browser once to keep this app's data even when the phone runs full; it may refuse without a word. */
export const askToKeepData = async (): Promise<boolean> => {
  if (!("storage" in navigator) || typeof navigator.storage.persist !== "function") return false;
  return (await navigator.storage.persisted()) || navigator.storage.persist();
};
