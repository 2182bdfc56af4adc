import { router } from "../trpc/procedures";
import { browserSessionProcedures } from "./sessions/browser";
import { passwordResetProcedures, signUpProcedures } from "./users/own-account";

export const authPublicRouter = router({
  sessions: router(browserSessionProcedures),
  users: router({ ...signUpProcedures, ...passwordResetProcedures }),
});
