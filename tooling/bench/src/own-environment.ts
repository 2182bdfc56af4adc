/** The environment programs are started with: ours, without what would configure the product itself. */
export const ownEnvironment = (): Record<string, string | undefined> => {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { PATH, HOME, TMPDIR, LANG };
};
