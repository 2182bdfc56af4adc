import { usePage } from "../../../shell/page-context";

/** A file for one's own calendar; the address of a feed can be kept by it. */
export const CalendarLink = ({ path, label }: { path: string; label: string }) => {
  const { link } = usePage();
  return (
    <a className="button button-quiet" href={link(path)}>
      {label}
    </a>
  );
};
