import { Anchor, Badge, Divider, Drawer, Group, Stack, Table, Text, Title } from "@mantine/core";
import type { LocationDetail } from "@cml/domain/map";
import { SupportMark } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { supportNumber } from "@cml/ui";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";

/** One building: its doors and what happened there. */
export const LocationDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const query = api.map.locations.get.useQuery({ id }, { enabled: id !== "" });
  return (
    <Drawer opened={id !== ""} onClose={onClose} title={t("doors.one")}>
      {id !== "" && <QueryState query={query}>{(location) => <Building location={location} />}</QueryState>}
    </Drawer>
  );
};

const Building = ({ location }: { location: LocationDetail }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  return (
    <Stack gap="md">
      <div>
        <Title order={2} fz={22}>
          {location.address}
        </Title>
        <Text c="dimmed" size="sm">
          {[location.municipality, location.province, location.postalCode].filter(Boolean).join(", ")}
        </Text>
      </div>
      <Group gap="xs">
        <Badge color="gray">{t(`doors.types.${location.buildingType}`)}</Badge>
        {location.cuts.map(({ id, name }) => (
          <Anchor key={id} component={Link} to="/turf" search={{ turf: id } as never} size="sm">
            {name}
          </Anchor>
        ))}
      </Group>
      {location.buildingNotes !== null && <Text size="sm">{location.buildingNotes}</Text>}
      <Table verticalSpacing={6} aria-label={t("doors.doors")}>
        <Table.Tbody>
          {location.addresses.map((address) => (
            <Table.Tr key={address.id}>
              <Table.Td>{address.unitNumber ?? t("doors.wholeBuilding")}</Table.Td>
              <Table.Td>{[address.firstName, address.lastName].filter(Boolean).join(" ")}</Table.Td>
              <Table.Td>
                <SupportMark level={supportNumber(address.supportLevel)} />
              </Table.Td>
              <Table.Td ta="right">
                <Text size="sm" c="dimmed">
                  {address.lastVisitedAt === null
                    ? t("doors.never")
                    : `${address.lastOutcome === null ? "" : `${t(`visits.outcomes.${address.lastOutcome}`)}, `}${formats.date(address.lastVisitedAt)}`}
                </Text>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {location.history.length > 0 && (
        <>
          <Divider label={t("doors.history")} labelPosition="left" />
          <Stack gap={4}>
            {location.history.slice(0, 20).map((entry) => (
              <Text key={entry.id} size="sm" c="dimmed">
                {formats.dateTime(entry.createdAt)} · {t(`doors.actions.${entry.action}`)} {entry.userName ?? ""}
              </Text>
            ))}
          </Stack>
        </>
      )}
    </Stack>
  );
};
