import type { SetupStep } from "@cml/domain/settings";
import type { ReactNode } from "react";
import { api } from "../../../api";
import { QueryState } from "../../../shell/QueryState";
import { LanguagesCard } from "./LanguagesCard";
import { MailCard } from "./MailCard";
import { MapCard } from "./MapCard";
import { OrganisationCard } from "./OrganisationCard";
import { PublicUrlCard } from "./PublicUrlCard";

type Props = { step: SetupStep; saveLabel: string; onSaved: () => void; extra: ReactNode };

const cards = { organization: OrganisationCard, languages: LanguagesCard, publicUrl: PublicUrlCard, mail: MailCard } as const;

/** The same cards as in the settings, one at a time. */
export const WelcomeStep = ({ step, ...rest }: Props) => {
  const site = api.settings.siteSettings.get.useQuery(undefined, { refetchOnWindowFocus: false });
  const map = api.settings.mapSettings.get.useQuery(undefined, { refetchOnWindowFocus: false });
  if (step === "map") return <QueryState query={map}>{(settings) => <MapCard settings={settings} canSave {...rest} />}</QueryState>;
  const Card = cards[step];
  return <QueryState query={site}>{(settings) => <Card settings={settings} canSave {...rest} />}</QueryState>;
};
