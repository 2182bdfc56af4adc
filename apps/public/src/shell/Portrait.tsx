/** A face, or initials while there is none: remote pictures come through our own server only. */
export const Portrait = ({ name, photoUrl, small = false }: { name: string; photoUrl: string | null; small?: boolean }) => {
  const size = small ? 36 : 56;
  return photoUrl === null ? (
    <span className={small ? "portrait portrait-small" : "portrait"} aria-hidden="true">
      {initialsOf(name)}
    </span>
  ) : (
    <img className={small ? "portrait portrait-small" : "portrait"} src={photoUrl} alt="" width={size} height={size} loading="lazy" />
  );
};

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((_word, index, words) => index === 0 || index === words.length - 1)
    .map((word) => [...word][0] ?? "")
    .join("");
