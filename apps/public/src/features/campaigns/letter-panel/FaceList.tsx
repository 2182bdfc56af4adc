import type { Target } from "@cml/domain/influence";
import { usePage } from "../../../shell/page-context";
import { Face } from "./Face";
import { canBeWritten } from "./letter-flow";
import type { PanelCampaign } from "./panel-campaign";
import type { LetterFlow } from "./useLetterFlow";

type FaceListProps = { letter: LetterFlow; campaign: PanelCampaign; targets: Target[] };

// A council of forty would push the way on off a phone: the one box for all is what nearly everybody wants.
const mostOpen = 6;

/** Everybody the letter may go to; councils stand together, with one box for all. */
export const FaceList = ({ letter, campaign, targets }: FaceListProps) => {
  const { t } = usePage();
  return (
    <>
      {groupsOf(targets).map(({ name, members }, index) => (
        <fieldset key={name ?? ""} className="faces">
          <legend>
            {name ?? (index === 0 ? t("panel.people.choose") : t("panel.people.alsoChoose"))}
            {name === null ? null : <span className="dimmed"> {t("panel.people.groupSize", { count: members.length })}</span>}
          </legend>
          {members.length > 2 ? <AllBox letter={letter} members={members.filter((one) => canBeWritten(one, campaign.methods))} /> : null}
          {members.length > mostOpen ? (
            <details>
              <summary>{t("panel.people.oneByOne", { count: members.length })}</summary>
              <Faces letter={letter} campaign={campaign} targets={members} />
            </details>
          ) : (
            <Faces letter={letter} campaign={campaign} targets={members} />
          )}
        </fieldset>
      ))}
    </>
  );
};

const Faces = ({ letter, campaign, targets }: FaceListProps) =>
  targets.map((target) => (
    <Face
      key={target.id}
      target={target}
      campaign={campaign}
      ticked={letter.flow.ticked.includes(target.id)}
      onTick={(on) => letter.dispatch({ type: "ticked", ids: [target.id], on })}
    />
  ));

const AllBox = ({ letter: { flow, dispatch }, members }: { letter: LetterFlow; members: Target[] }) => {
  const { t } = usePage();
  const ids = members.map(({ id }) => id);
  const on = ids.filter((id) => flow.ticked.includes(id)).length;
  return (
    <p className="all-box">
      <label>
        <input
          type="checkbox"
          checked={on === ids.length}
          ref={(box) => {
            if (box !== null) box.indeterminate = on > 0 && on < ids.length;
          }}
          onChange={() => dispatch({ type: "ticked", ids, on: on < ids.length })}
        />
        {t("panel.people.all")}
      </label>
      <span className="dimmed tabular">{t("panel.people.someOf", { some: on, all: ids.length })}</span>
    </p>
  );
};

type Group = { name: string | null; members: Target[] };

const groupsOf = (targets: readonly Target[]): Group[] => {
  const groups = new Map<string, Group>();
  for (const target of targets) {
    const name = target.group;
    const group = groups.get(name ?? "") ?? { name, members: [] };
    group.members.push(target);
    groups.set(name ?? "", group);
  }
  return [...groups.values()];
};
