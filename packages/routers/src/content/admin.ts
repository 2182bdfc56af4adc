import { router } from "../trpc/procedures";
import { emailTemplatesAdminRouter } from "./email-templates/admin";
import { landingPagesAdminRouter } from "./landing-pages/admin";
import { pageBlocksAdminRouter } from "./page-blocks/admin";

export const contentAdminRouter = router({
  emailTemplates: emailTemplatesAdminRouter,
  landingPages: landingPagesAdminRouter,
  pageBlocks: pageBlocksAdminRouter,
});
