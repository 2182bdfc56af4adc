import { useForm } from "@mantine/form";
import { fieldErrors } from "@cml/api-client";
import type { CampaignDetail } from "@cml/domain/influence";
import type { SaveStateValue } from "@cml/ui";
import { useState } from "react";
import { api } from "../../../api";
import { useSite } from "../../../session/useSite";
import { useKeptDraft } from "../../../shell/useKeptDraft";
import { notifyFailed } from "../../../shell/notify";
import { changesOf, type CampaignFormValues, emptyCampaign, formOf, formPathOf, inputOf } from "../model/campaign-form";

type Options = { campaign: CampaignDetail | null; onCreated?: (id: string) => void };

/** The editor's state and verbs: one form for both languages, its saved state, and a draft on this device until it is saved. */
export const useCampaignEditor = ({ campaign, onCreated }: Options) => {
  const site = useSite();
  const { defaultLocale } = site;
  const cache = api.useUtils();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  const form = useForm<CampaignFormValues>({ initialValues: campaign === null ? emptyCampaign() : formOf(campaign, site) });
  const draft = useKeptDraft(`campaign-${campaign?.id ?? "new"}`, form);

  const options = {
    onSuccess: async (saved: { id: string }) => {
      form.resetDirty();
      draft.forget();
      setSavedAt(new Date());
      await cache.influence.campaigns.invalidate();
      if (campaign === null) onCreated?.(saved.id);
    },
    onError: (error: unknown) => {
      const found = Object.entries(fieldErrors(error)).map(([path, message]) => [formPathOf(path, defaultLocale), message]);
      form.setErrors(Object.fromEntries(found) as Record<string, string>);
      notifyFailed(error);
    },
  };
  const create = api.influence.campaigns.create.useMutation(options);
  const update = api.influence.campaigns.update.useMutation(options);
  const isSaving = create.isPending || update.isPending;

  const save = () => {
    if (campaign === null) create.mutate(inputOf(form.values, site));
    else update.mutate({ id: campaign.id, changes: changesOf(form.values, campaign, site) });
  };

  return {
    form,
    defaultLocale,
    save,
    isSaving,
    state: stateOf({ isSaving, failed: create.isError || update.isError, isDirty: form.isDirty(), savedAt }),
    restored: draft.restored,
  };
};

type Facts = { isSaving: boolean; failed: boolean; isDirty: boolean; savedAt: Date | null };

const stateOf = ({ isSaving, failed, isDirty, savedAt }: Facts): SaveStateValue => {
  if (isSaving) return { kind: "saving" };
  if (isDirty) return failed ? { kind: "failed" } : { kind: "dirty" };
  return savedAt === null ? { kind: "clean" } : { kind: "saved", at: savedAt };
};
