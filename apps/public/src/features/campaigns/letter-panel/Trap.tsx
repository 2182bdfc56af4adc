import { usePage } from "../../../shell/page-context";
import type { LetterFlow } from "./useLetterFlow";

/** A field nobody sees; programs that fill every field in show themselves by it. */
export const Trap = ({ letter: { trap, setTrap } }: { letter: Pick<LetterFlow, "trap" | "setTrap"> }) => {
  const { t } = usePage();
  return (
    <div className="trap" aria-hidden="true">
      <label>
        {t("panel.trap")}
        <input name="website" tabIndex={-1} autoComplete="off" value={trap} onChange={(event) => setTrap(event.currentTarget.value)} />
      </label>
    </div>
  );
};
