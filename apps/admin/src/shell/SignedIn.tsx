import { FirstPassword } from "../session/FirstPassword";
import { useSession } from "../session/useSession";
import { Shell } from "./Shell";

/** The app, once the account has a password of its own. */
export const SignedIn = () => {
  const { me } = useSession();
  return me.mustChangePassword ? <FirstPassword /> : <Shell />;
};
