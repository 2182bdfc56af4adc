import { router } from "../trpc/procedures";
import { browserSessionProcedures } from "./sessions/browser";
import { programSessionProcedures } from "./sessions/program";
import { usersAdminRouter } from "./users/admin";
import { ownAccountProcedures, passwordResetProcedures } from "./users/own-account";
import { workersAdminRouter } from "./workers/admin";

export const authAdminRouter = router({
  sessions: router({ ...browserSessionProcedures, ...programSessionProcedures, ...ownAccountProcedures, ...passwordResetProcedures }),
  users: usersAdminRouter,
  workers: workersAdminRouter,
});
