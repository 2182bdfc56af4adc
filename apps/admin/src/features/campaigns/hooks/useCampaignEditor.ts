import { useForm } from "@mantine/form";
import { useDebouncedCallback } from "@mantine/hooks";
import { fieldErrors } from "@cml/api-client";
import type { Campaign, CampaignDetail } from "@cml/domain/influence";
import type { SaveStateValue } from "@cml/ui";
import { useEffect, useRef, useState } from "react";
import { api } from "../../../api";
import { useSite } from "../../../session/useSite";
import { notifyFailed } from "../../../shell/notify";
import { useKeptDraft } from "../../../shell/useKeptDraft";
import { type CampaignFormValues, changesOf, emptyCampaign, formOf, formPathOf, inputOf } from "../model/campaign-form";
import { useFormHistory } from "./useFormHistory";

type Options = { campaign: CampaignDetail | null; onCreated?: (id: string) => void };

const autosaveMs = 2_000;

/**
 * The editor's state and verbs: one form for both languages, its saved state, undo, and a draft on this device until it is
 * saved. A campaign that is still a draft saves itself; one that is public only when asked.
 */
export const useCampaignEditor = ({ campaign, onCreated }: Options) => {
  const site = useSite();
  const { defaultLocale } = site;
  const cache = api.useUtils();
  const [savedAt, setSavedAt] = useState<Date | null>(null);
  // What the server has: what is typed while a save is under way is measured against it.
  const stored = useRef<Campaign | null>(campaign);
  const byHand = useRef(false);
  const form = useForm<CampaignFormValues>({ initialValues: campaign === null ? emptyCampaign() : formOf(campaign, site) });
  const draft = useKeptDraft(`campaign-${campaign?.id ?? "new"}`, form);
  const history = useFormHistory<CampaignFormValues>(form);
  const now = useRef(form.values);
  now.current = form.values;

  const options = {
    onSuccess: async (saved: Campaign) => {
      stored.current = saved;
      const arrived = campaign === null ? now.current : formOf(saved, site);
      const isAll = Object.keys(changesOf(now.current, saved, site)).length === 0;
      form.resetDirty(isAll ? now.current : arrived);
      if (isAll) draft.forget();
      setSavedAt(new Date());
      await cache.influence.campaigns.invalidate();
      if (campaign === null) onCreated?.(saved.id);
    },
    onError: (error: unknown) => {
      // A half-written draft is no mistake yet; only who asks to save is told what is missing.
      if (!byHand.current) return;
      const found = Object.entries(fieldErrors(error)).map(([path, message]) => [formPathOf(path, defaultLocale), message]);
      form.setErrors(Object.fromEntries(found) as Record<string, string>);
      notifyFailed(error);
    },
  };
  const create = api.influence.campaigns.create.useMutation(options);
  const update = api.influence.campaigns.update.useMutation(options);
  const isSaving = create.isPending || update.isPending;

  const send = (asked: boolean) => {
    byHand.current = asked;
    if (asked) form.clearErrors();
    if (stored.current === null) return create.mutate(inputOf(now.current, site));
    const changes = changesOf(now.current, stored.current, site);
    if (Object.keys(changes).length > 0) return update.mutate({ id: stored.current.id, changes });
    form.resetDirty();
    draft.forget();
    setSavedAt(new Date());
  };

  const savesItself = campaign?.status === "DRAFT";
  const isDirty = form.isDirty();
  const autosave = useDebouncedCallback(() => {
    if (savesItself && !update.isPending) send(false);
  }, autosaveMs);
  useEffect(() => {
    if (savesItself && isDirty) autosave();
  }, [savesItself, isDirty, form.values, autosave]);

  return {
    form,
    defaultLocale,
    history,
    save: () => send(true),
    savesItself,
    isSaving,
    isDirty,
    state: stateOf({ isSaving, failed: (create.isError || update.isError) && byHand.current, isDirty, savedAt }),
    restored: draft.restored,
  };
};
export type CampaignEditing = ReturnType<typeof useCampaignEditor>;

type Facts = { isSaving: boolean; failed: boolean; isDirty: boolean; savedAt: Date | null };

const stateOf = ({ isSaving, failed, isDirty, savedAt }: Facts): SaveStateValue => {
  if (isSaving) return { kind: "saving" };
  if (isDirty) return failed ? { kind: "failed" } : { kind: "dirty" };
  return savedAt === null ? { kind: "clean" } : { kind: "saved", at: savedAt };
};
