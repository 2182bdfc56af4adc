import { router } from "../trpc/procedures";
import { browserSessionProcedures } from "./sessions/browser";
import { programSessionProcedures } from "./sessions/program";
import { ownAccountProcedures, passwordResetProcedures } from "./users/own-account";

export const authCanvassRouter = router({
  sessions: router({ ...browserSessionProcedures, ...programSessionProcedures, ...ownAccountProcedures, ...passwordResetProcedures }),
});
