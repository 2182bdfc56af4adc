import { Stack } from "@mantine/core";
import type { CampaignDetail } from "@cml/domain/influence";
import { KnownSection } from "./KnownSection";
import { PeopleSection } from "./PeopleSection";
import { RulesSection } from "./RulesSection";

/** Who gets it, and what is known of them. */
export const TargetsTab = ({ campaign }: { campaign: CampaignDetail }) => (
  <Stack gap="lg">
    <RulesSection campaign={campaign} />
    <PeopleSection campaign={campaign} />
    <KnownSection campaign={campaign} />
  </Stack>
);
