const segment = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;

/** Keys are made by the program; one that could leave its place (`..`, a leading `/`, a hidden file) is a fault in it. */
export const assertStorageKey = (key: string): void => {
  if (key.length > 500 || !key.split("/").every((part) => segment.test(part))) throw new Error(`"${key}" cannot be a storage key`);
};
