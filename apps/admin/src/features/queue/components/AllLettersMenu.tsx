import { Button, Menu } from "@mantine/core";
import type { SendingOverview } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconChevronDown } from "@tabler/icons-react";
import { useState } from "react";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import type { LetterActions } from "../hooks/useLetterActions";

type Props = { campaignId: string | null; overview: SendingOverview | undefined; actions: LetterActions };
type Deed = "retryAll" | "cancelAll" | "arrivedAll" | "againAll";

/** The few things one does to all letters in a state; asked first, with how many they are. */
export const AllLettersMenu = ({ campaignId, overview, actions }: Props) => {
  const { t } = useTranslation();
  const [deed, setDeed] = useState<Deed | null>(null);
  const { UNCERTAIN: uncertain = 0, QUEUED: queued = 0 } = overview?.byStatus ?? {};
  const countOf: Record<Deed, number> = { retryAll: overview?.refused ?? 0, cancelAll: queued, arrivedAll: uncertain, againAll: uncertain };
  const choice = { campaignId, ids: null };
  const run: Record<Deed, () => void> = {
    retryAll: () => actions.retry(choice),
    cancelAll: () => actions.cancel(choice),
    arrivedAll: () => actions.settle(choice, "ARRIVED"),
    againAll: () => actions.settle(choice, "AGAIN"),
  };
  const deeds = (["retryAll", "arrivedAll", "againAll", "cancelAll"] as const).filter((name) => countOf[name] > 0);
  if (deeds.length === 0) return null;
  const text = deed === null ? "" : t("sending.allText", { count: countOf[deed] });
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" size="xs" rightSection={<IconChevronDown size={14} />}>
            {t("actions.more")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {deeds.map((name) => (
            <Menu.Item key={name} color={name === "cancelAll" ? "brick" : undefined} onClick={() => setDeed(name)}>
              {t(`sending.${name}`)} ({countOf[name]})
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <ConfirmModal
        opened={deed !== null}
        onClose={() => setDeed(null)}
        title={t("sending.allTitle")}
        text={deed === "againAll" ? `${text} ${t("sending.againText")}` : text}
        action={deed === null ? "" : t(`sending.${deed}`)}
        isPending={actions.isPending}
        onConfirm={() => {
          if (deed !== null) run[deed]();
          setDeed(null);
        }}
      />
    </>
  );
};
