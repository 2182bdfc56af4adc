import type { PreparedLetters, Target } from "@cml/domain/influence";
import { useEffect, useState } from "react";
import { usePage } from "../../../shell/page-context";
import { openPlaces } from "../model/open-places";
import { failureEvent } from "./failure-event";
import type { PanelCampaign } from "./panel-campaign";
import type { LetterFlow } from "./useLetterFlow";

export type Prepared = { letters: PreparedLetters | null; problem: string | null; again: () => void };

/** The chosen people's letters as the server will send them; asked for once for each choice of people. */
export const usePreparedLetters = ({ flow, calls }: LetterFlow, campaign: PanelCampaign, people: readonly Target[]): Prepared => {
  const { t, locale } = usePage();
  const [answer, setAnswer] = useState<{ key: string; letters: PreparedLetters | null; problem: string | null } | null>(null);
  const [attempt, setAttempt] = useState(0);
  const recipients = people.map(({ id }) => id);
  const { slug } = campaign;
  const postalCode = campaign.needsPlace ? (flow.found?.postalCode ?? null) : null;
  const asked = { slug, postalCode, districts: flow.districts, recipients, ...openPlaces(campaign) };
  const key = JSON.stringify(asked);
  useEffect(() => {
    let here = true;
    const tell = (told: { letters: PreparedLetters | null; problem: string | null }) => (here ? setAnswer({ key, ...told }) : undefined);
    calls.prepare(JSON.parse(key) as typeof asked).then(
      (letters) => tell({ letters, problem: null }),
      (error: unknown) => tell({ letters: null, problem: failureEvent(error, { t, locale }).problem }),
    );
    return () => {
      here = false;
    };
  }, [calls, key, attempt, t, locale]);
  const again = () => {
    setAnswer(null);
    setAttempt((before) => before + 1);
  };
  return answer?.key === key ? { letters: answer.letters, problem: answer.problem, again } : { letters: null, problem: null, again };
};
