import { pageRoute } from "../../shell/page-route";

export const shiftRoutes = [
  pageRoute({ path: "shifts", needs: "shift.view", load: () => import("./pages/ShiftListPage"), name: "ShiftListPage" }),
  pageRoute({ path: "shifts/new", needs: "shift.edit", load: () => import("./pages/ShiftNewPage"), name: "ShiftNewPage" }),
  pageRoute({ path: "shifts/calls", needs: "shift.edit", load: () => import("./pages/CallListPage"), name: "CallListPage" }),
  pageRoute({ path: "shifts/$id", needs: "shift.view", load: () => import("./pages/ShiftPage"), name: "ShiftPage" }),
  pageRoute({ path: "shifts/$id/edit", needs: "shift.edit", load: () => import("./pages/ShiftEditPage"), name: "ShiftEditPage" }),
  pageRoute({ path: "shifts/$id/turf", needs: "shift.view", load: () => import("./pages/ShiftTurfPage"), name: "ShiftTurfPage" }),
];
