import { z } from "zod";

export const userRoles = ["SUPER_ADMIN", "INFLUENCE_ADMIN", "MAP_ADMIN", "USER", "TEMP"] as const;
export type UserRole = (typeof userRoles)[number];
export const userRoleSchema = z.enum(userRoles);
