import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { useTranslation } from "@cml/ui/i18n";
import { IconPlus, IconSearch, IconUpload } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useSession } from "../session/useSession";
import { placesFor } from "./navigation";

/** Ctrl+K: every page and the first step of every kind of work, by a word of its name. */
export const CommandSearch = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const navigate = useNavigate();
  const pages: SpotlightActionData[] = placesFor(can).map(({ to, key, icon: Icon }) => ({
    id: key,
    label: t(`nav.${key}`),
    description: t(`navHint.${key}`),
    leftSection: <Icon size={20} stroke={1.6} aria-hidden="true" />,
    onClick: () => void navigate({ to }),
  }));
  const steps: SpotlightActionData[] = [
    can("campaign.edit") && {
      id: "new-campaign",
      label: t("campaigns.new"),
      leftSection: <IconPlus size={20} stroke={1.6} aria-hidden="true" />,
      onClick: () => void navigate({ to: "/campaigns/new" }),
    },
    can("shift.edit") && {
      id: "new-shift",
      label: t("shifts.new"),
      leftSection: <IconPlus size={20} stroke={1.6} aria-hidden="true" />,
      onClick: () => void navigate({ to: "/shifts/new" }),
    },
    can("location.import") && {
      id: "import",
      label: t("imports.title"),
      leftSection: <IconUpload size={20} stroke={1.6} aria-hidden="true" />,
      onClick: () => void navigate({ to: "/doors/import" }),
    },
  ].filter((step) => step !== false);
  return (
    <Spotlight
      actions={[...pages, ...steps]}
      nothingFound={t("shell.searchNothing")}
      highlightQuery
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden="true" />,
        placeholder: t("shell.search"),
        "aria-label": t("shell.search"),
      }}
    />
  );
};
