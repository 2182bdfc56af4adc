import { errorMessage, failureOf } from "@cml/api-client";
import { createPublicClient } from "@cml/api-client/public";
import { parsePostalCode } from "@cml/domain/kernel";
import { type SubmitEvent, useState } from "react";
import { Field } from "../../../shell/Field";
import { usePage } from "../../../shell/page-context";
import { choicesOf, type ShareForm } from "../model/share-form";
import type { People } from "./useShareReply";

type FindPeopleProps = { form: ShareForm; onFound: (found: People) => void; awake: boolean };

/** Finds who represents a postal code. Without JavaScript it leads to the same page with the people on it. */
export const FindPeople = ({ form: { slug, code, codeProblem, letter }, onFound, awake }: FindPeopleProps) => {
  const { t, locale, link } = usePage();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(codeProblem === null ? null : t(`shareReply.${codeProblem}`));
  const find = async (typed: string) => {
    const postalCode = parsePostalCode(typed);
    if (postalCode === null) return setProblem(t("shareReply.badCode"));
    setBusy(true);
    setProblem(null);
    try {
      const { representatives } = createPublicClient({ locale: () => locale }).influence;
      const { targets } = await representatives.lookUp.query({ campaignSlug: slug, postalCode, districts: [], locale });
      const people = choicesOf(targets);
      if (people.length === 0) setProblem(t("shareReply.notFound"));
      onFound({ code: postalCode, people });
    } catch (error) {
      setProblem(failureOf(error).status === 0 ? t("form.offline") : errorMessage(error, locale));
    }
    setBusy(false);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    if (!awake) return;
    event.preventDefault();
    const value = new FormData(event.currentTarget).get("code");
    void find(typeof value === "string" ? value : "");
  };
  return (
    <form className="find-people" method="get" action={link(`/c/${slug}/replies/new`)} onSubmit={submit} noValidate>
      {letter === "" ? null : <input type="hidden" name="letter" value={letter} />}
      <Field
        name="code"
        label={t("shareReply.code")}
        hint={t("shareReply.codeHint")}
        error={problem ?? undefined}
        defaultValue={code}
        autoComplete="postal-code"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={12}
        placeholder="A1A 1A1"
      />
      <button type="submit" className="button button-quiet" disabled={busy}>
        {busy ? t("form.working") : t("shareReply.find")}
      </button>
    </form>
  );
};
