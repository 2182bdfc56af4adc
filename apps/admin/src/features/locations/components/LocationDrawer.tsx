import { ActionIcon, Alert, Anchor, Badge, Button, Drawer, Group, Menu, Stack, Tabs, Text, Title } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { LocationDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconArchive, IconDots, IconEyeOff, IconMapPinCog, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { notifyUndo } from "../../../shell/notify-undo";
import { BuildingForm } from "./BuildingForm";
import { BuildingHistory } from "./BuildingHistory";
import { UnitList } from "./UnitList";

type Props = { id: string; onClose: () => void; onChanged: () => unknown; onMove: () => void };

/** One building: its doors and people, what it is, and what happened to it. The map beside it stays in use. */
export const LocationDrawer = ({ id, ...rest }: Props) => {
  const { t } = useTranslation();
  const isPhone = useMediaQuery("(max-width: 47.99em)");
  const query = api.map.locations.get.useQuery({ id }, { enabled: id !== "" });
  return (
    <Drawer
      opened={id !== ""}
      onClose={rest.onClose}
      title={t("doors.one")}
      size={isPhone ? "100%" : 440}
      withOverlay={isPhone}
      trapFocus={isPhone}
      lockScroll={isPhone}
      closeOnClickOutside={false}
    >
      {id !== "" && <QueryState query={query}>{(location) => <Building location={location} {...rest} />}</QueryState>}
    </Drawer>
  );
};

const Building = ({ location, onClose, onChanged, onMove }: { location: LocationDetail } & Omit<Props, "id">) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { can } = useSession();
  const canEdit = can("location.edit");
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} fz={22}>
            {location.address}
          </Title>
          <Text c="dimmed" size="sm">
            {[location.municipality, location.province, location.postalCode].filter(Boolean).join(", ")}
          </Text>
        </div>
        {canEdit && <BuildingMenu location={location} onClose={onClose} onChanged={onChanged} />}
      </Group>
      {location.archivedAt !== null && (
        <Alert color="amber" icon={<IconArchive size={18} />} py={8}>
          {t("buildings.archived", { date: formats.date(location.archivedAt) })}
        </Alert>
      )}
      {!location.hasPeople && (
        <Alert color="gray" icon={<IconEyeOff size={18} />} py={8}>
          {t("buildings.notesHidden")}
        </Alert>
      )}
      <Group gap="xs">
        <Badge color="gray">{t(`doors.types.${location.buildingType}`)}</Badge>
        <Badge color="gray" variant="outline">
          {t("buildings.visitedOf", { visited: formats.number(location.visitedUnits), total: formats.number(location.totalUnits) })}
        </Badge>
        {location.cuts.map(({ id, name }) => (
          <Anchor key={id} component={Link} to="/turf" search={{ turf: id } as never} size="sm">
            {name}
          </Anchor>
        ))}
        {canEdit && (
          <Button ml="auto" size="compact-sm" variant="default" leftSection={<IconMapPinCog size={15} />} onClick={onMove}>
            {t("buildings.move")}
          </Button>
        )}
      </Group>
      <Tabs defaultValue="doors" keepMounted>
        <Tabs.List>
          <Tabs.Tab value="doors">{t("buildings.tabs.doors")}</Tabs.Tab>
          <Tabs.Tab value="details">{t("buildings.tabs.details")}</Tabs.Tab>
          <Tabs.Tab value="history">{t("buildings.tabs.history")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="doors" pt="md">
          <UnitList location={location} canEdit={canEdit} onChanged={onChanged} />
        </Tabs.Panel>
        <Tabs.Panel value="details" pt="md">
          <BuildingForm key={location.id} location={location} canEdit={canEdit} onChanged={onChanged} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <BuildingHistory location={location} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
};

const BuildingMenu = ({ location, onClose, onChanged }: { location: LocationDetail } & Pick<Props, "onClose" | "onChanged">) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const undo = api.map.locations.bulk.undo.useMutation({ onSuccess: onChanged, onError: notifyFailed });
  const remove = api.map.locations.bulk.start.useMutation({
    onSuccess: (bulk) => {
      onClose();
      const { address } = location;
      notifyUndo({
        message: t(bulk.archived > 0 ? "buildings.archivedInstead" : "buildings.removed", { address }),
        label: t("buildings.undo"),
        onUndo: () => undo.mutate({ id: bulk.id }),
      });
      void cache.map.locations.get.invalidate({ id: location.id });
      onChanged();
    },
    onError: notifyFailed,
  });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("buildings.more")}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          color="brick"
          leftSection={<IconTrash size={16} />}
          onClick={() => remove.mutate({ kind: "remove", chosen: { ids: [location.id] } })}
        >
          {t("buildings.remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
