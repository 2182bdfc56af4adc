import { ActionIcon, Button, Group, Paper, Stack, Text } from "@mantine/core";
import type { RepresentativeOverride } from "@cml/domain/influence";
import { formatPostalCode } from "@cml/domain/kernel";
import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { ConfirmModal } from "../../../shell/ConfirmModal";
import { notifyDone, notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { OverrideModal } from "./OverrideModal";

/** What staff know better than every source. */
export const OverrideList = () => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [edited, setEdited] = useState<RepresentativeOverride | "new" | null>(null);
  const query = api.influence.representatives.overrides.useQuery();
  const add = can("representative.edit") && (
    <Button leftSection={<IconPlus size={17} />} onClick={() => setEdited("new")}>
      {t("representatives.overrides.add")}
    </Button>
  );
  return (
    <QueryState query={query} shape="table">
      {(overrides) => (
        <Stack gap="sm">
          {overrides.length === 0 ? (
            <EmptyState icon={<IconPencil />} title={t("representatives.overrides.none")} action={add}>
              {t("representatives.overrides.lead")}
            </EmptyState>
          ) : (
            <>
              <Group justify="space-between" gap="sm">
                <Text size="sm" c="dimmed" maw={560}>
                  {t("representatives.overrides.lead")}
                </Text>
                {add}
              </Group>
              {overrides.map((one) => (
                <OverrideRow key={one.id} override={one} onEdit={() => setEdited(one)} />
              ))}
            </>
          )}
          {edited !== null && <OverrideModal override={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
        </Stack>
      )}
    </QueryState>
  );
};

const OverrideRow = ({ override, onEdit }: { override: RepresentativeOverride; onEdit: () => void }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const cache = api.useUtils();
  const [asks, setAsks] = useState(false);
  const remove = api.influence.representatives.removeOverride.useMutation({
    onSuccess: async () => {
      setAsks(false);
      notifyDone(t("representatives.overrides.removed"));
      await cache.influence.representatives.invalidate();
    },
    onError: notifyFailed,
  });
  const { postalCode, district, level, name, email, electedOffice, districtName, note } = override;
  const place = postalCode === null ? (district ?? "") : formatPostalCode(postalCode);
  return (
    <Paper withBorder radius="md" p="md">
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <Stack gap={2} style={{ minWidth: 0, overflowWrap: "anywhere" }}>
          <Text fw={600}>{name ?? t("representatives.vacant")}</Text>
          <Text size="sm">{[t(`campaigns.levels.${level}`), electedOffice, districtName, place].filter(Boolean).join(" · ")}</Text>
          {name !== null && <Text size="sm">{email ?? t("representatives.overrides.emailOfSources")}</Text>}
          <Text size="sm" c="dimmed">
            {[note, formats.dateTime(override.updatedAt)].filter(Boolean).join(" · ")}
          </Text>
        </Stack>
        {can("representative.edit") && (
          <Group gap={4} wrap="nowrap">
            <ActionIcon variant="subtle" size="lg" aria-label={t("representatives.overrides.edit", { place })} onClick={onEdit}>
              <IconPencil size={18} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="brick"
              size="lg"
              aria-label={t("representatives.overrides.remove", { place })}
              onClick={() => setAsks(true)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </Group>
        )}
      </Group>
      <ConfirmModal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t("representatives.overrides.removeTitle")}
        text={t("representatives.overrides.removeText")}
        action={t("representatives.overrides.removeAction")}
        isPending={remove.isPending}
        onConfirm={() => remove.mutate({ id: override.id })}
      />
    </Paper>
  );
};
