import type { Permission } from "@cml/domain/auth";
import {
  type Icon,
  IconBuildingBank,
  IconHome,
  IconMail,
  IconMailForward,
  IconMailDown,
  IconMessages,
  IconMapPin,
  IconPolygon,
  IconSettings,
  IconUsers,
  IconCalendarEvent,
  IconDoor,
  IconFileText,
} from "@tabler/icons-react";

export type Place = {
  to:
    | "/"
    | "/campaigns"
    | "/letters"
    | "/replies"
    | "/responses"
    | "/representatives"
    | "/doors"
    | "/turf"
    | "/shifts"
    | "/sheets"
    | "/visits"
    | "/people"
    | "/settings";
  key: string;
  icon: Icon;
  needs: Permission | null;
};

/** The areas of the rail in the order of a campaign's work; one shows when the account may use it. */
export const places: Place[] = [
  { to: "/", key: "home", icon: IconHome, needs: null },
  { to: "/campaigns", key: "campaigns", icon: IconMail, needs: "campaign.view" },
  { to: "/replies", key: "replies", icon: IconMailDown, needs: "letter.view" },
  { to: "/responses", key: "responses", icon: IconMessages, needs: "response.moderate" },
  { to: "/letters", key: "letters", icon: IconMailForward, needs: "letter.view" },
  { to: "/representatives", key: "representatives", icon: IconBuildingBank, needs: "representative.view" },
  { to: "/doors", key: "doors", icon: IconMapPin, needs: "location.view" },
  { to: "/turf", key: "turf", icon: IconPolygon, needs: "cut.view" },
  { to: "/shifts", key: "shifts", icon: IconCalendarEvent, needs: "shift.view" },
  { to: "/sheets", key: "sheets", icon: IconFileText, needs: "shift.edit" },
  { to: "/visits", key: "visits", icon: IconDoor, needs: "visit.view" },
  { to: "/people", key: "people", icon: IconUsers, needs: "user.view" },
  { to: "/settings", key: "settings", icon: IconSettings, needs: "settings.view" },
];

export const placesFor = (can: (permission: Permission) => boolean): Place[] => places.filter(({ needs }) => needs === null || can(needs));
