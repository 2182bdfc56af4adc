import { grantedPermissions, type Me, type User } from "@cml/domain/auth";

export const toMe = (user: User): Me => {
  const { id, email, name, phone, role, permissions, locale, expiresAt, mustChangePassword } = user;
  return { id, email, name, phone, role, permissions, granted: grantedPermissions(user), locale, expiresAt, mustChangePassword };
};
