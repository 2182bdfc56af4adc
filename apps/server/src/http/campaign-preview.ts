import { hasPermission } from "@cml/domain/auth";
import type { PublicCampaign } from "@cml/domain/influence";
import { AppError, localeSchema } from "@cml/domain/kernel";
import { type Context, publicRouter } from "@cml/routers";
import type { Deps } from "@cml/services";
import { drawDraft } from "@cml/services/influence";
import type { FastifyInstance } from "fastify";
import type { ActorOf } from "../identify";
import { originCheck } from "../plugins/origin-check";
import type { SendPage } from "../send-page";
import { createPublicRenderer, type PublicApi } from "./public-renderer";

type Options = { deps: Deps; folder: string; actorOf: ActorOf; sendPage: SendPage };

const bodyLimit = 512 * 1024;

/**
 * The public page with an editor's unsaved changes, for the frame beside the form: a form posts the draft as JSON, the real
 * renderer draws it, nothing is stored. For authors only; the page can send nothing (isPreview).
 */
export const campaignPreview = async (app: FastifyInstance, { deps, folder, actorOf, sendPage }: Options): Promise<void> => {
  const render = createPublicRenderer(folder);
  app.removeContentTypeParser("application/x-www-form-urlencoded");
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit }, (_request, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  app.post("/campaign-preview", { bodyLimit, preHandler: originCheck(deps.config) }, async (request, reply) => {
    const actor = await actorOf(request);
    if (actor.kind !== "user") throw new AppError("UNAUTHENTICATED", "auth.signInFirst");
    if (!hasPermission(actor, "campaign.edit")) throw new AppError("FORBIDDEN", "auth.notAllowed");
    const { id, locale, draft } = readForm(request.body);
    const campaign = await drawDraft(deps, actor, { id, draft, locale });
    const context: Context = { deps, actor: { ...actor, locale }, setSessionCookie: () => undefined };
    const api = showing(publicRouter.createCaller(context), campaign);
    return sendPage(reply, {
      status: 200,
      secretAddress: true,
      body: async (nonce) => {
        const url = `/${locale}/c/${campaign.slug}`;
        const rendered = await render({ method: "GET", url, locale, nonce, publicUrl: deps.config.publicUrl, api });
        return { status: rendered.status, html: rendered.html, headers: {}, framedBy: [] };
      },
    });
  });
};

const readForm = (body: unknown) => {
  const { id, locale, draft } = (body ?? {}) as Record<string, string | undefined>;
  const language = localeSchema.safeParse(locale);
  if (!language.success || draft === undefined) throw new AppError("INVALID", "input.malformed");
  return { id: id === undefined || id === "" ? null : id, locale: language.data, draft: readJson(draft) };
};

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError("INVALID", "input.malformed", {}, { cause });
  }
};

/** The public surface in which one campaign is what we say it is; everything else is as it is. */
const showing = (api: PublicApi, campaign: PublicCampaign): PublicApi =>
  replaced(api, ["influence", "campaigns", "bySlug"], async () => campaign) as PublicApi;

const replaced = (target: object, [name = "", ...rest]: readonly string[], answer: () => Promise<PublicCampaign>): object =>
  new Proxy(target, {
    get: (object, property) => {
      const value: unknown = Reflect.get(object, property);
      if (property !== name) return value;
      return rest.length === 0 ? answer : replaced(value as object, rest, answer);
    },
  });
