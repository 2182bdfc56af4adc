import { Badge, Button, Group, Stack, Table, Text } from "@mantine/core";
import type { CampaignDetail, CustomRecipient } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconFileImport, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../../api";
import { useSession } from "../../../../session/useSession";
import { notifyFailed } from "../../../../shell/notify";
import { QueryState } from "../../../../shell/QueryState";
import { ImportPeople } from "./ImportPeople";
import { PersonDrawer } from "./PersonDrawer";
import { OrderButtons } from "./OrderButtons";
import { Section } from "./Section";

/** The campaign's own list, in the order supporters see it. */
export const PeopleSection = ({ campaign }: { campaign: CampaignDetail }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const [open, setOpen] = useState<CustomRecipient | "new" | "import" | null>(null);
  const query = api.influence.targets.recipients.list.useQuery({ campaignId: campaign.id });
  const mayEdit = can("campaign.edit") && campaign.status !== "ARCHIVED";
  return (
    <Section
      title={t("targets.people.title")}
      lead={t("targets.people.lead")}
      actions={
        mayEdit && (
          <>
            <Button variant="default" leftSection={<IconFileImport size={16} />} onClick={() => setOpen("import")}>
              {t("targets.people.import")}
            </Button>
            <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setOpen("new")}>
              {t("targets.people.add")}
            </Button>
          </>
        )
      }
    >
      <QueryState query={query} shape="table" rows={3}>
        {(people) =>
          people.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("targets.people.empty")}
            </Text>
          ) : (
            <PeopleTable campaignId={campaign.id} people={people} mayEdit={mayEdit} onEdit={setOpen} />
          )
        }
      </QueryState>
      {open === "import" && <ImportPeople campaignId={campaign.id} onClose={() => setOpen(null)} />}
      {open !== null && open !== "import" && (
        <PersonDrawer campaignId={campaign.id} person={open === "new" ? null : open} onClose={() => setOpen(null)} />
      )}
    </Section>
  );
};

type TableProps = { campaignId: string; people: CustomRecipient[]; mayEdit: boolean; onEdit: (person: CustomRecipient) => void };

const PeopleTable = ({ campaignId, people, mayEdit, onEdit }: TableProps) => {
  const { t } = useTranslation();
  const cache = api.useUtils();
  const order = api.influence.targets.recipients.order.useMutation({
    onSuccess: () => cache.influence.targets.recipients.invalidate(),
    onError: notifyFailed,
  });
  return (
    <Table verticalSpacing="xs">
      <Table.Tbody>
        {people.map((person, index) => {
          const { id, recipientName: name, recipientTitle, recipientOrganization, recipientEmail, isActive, areaSet, areaId } = person;
          return (
            <Table.Tr key={id}>
              <Table.Td>
                <Stack gap={2}>
                  <Group gap="xs">
                    <Text size="sm" fw={550}>
                      {name}
                    </Text>
                    {!isActive && <Badge color="gray">{t("targets.people.off")}</Badge>}
                    {areaSet !== null && <Badge>{t("targets.people.area", { area: areaId ?? areaSet })}</Badge>}
                  </Group>
                  <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                    {[recipientTitle, recipientOrganization, recipientEmail].filter(Boolean).join(" · ")}
                  </Text>
                </Stack>
              </Table.Td>
              {mayEdit && (
                <Table.Td w={120}>
                  <OrderButtons
                    items={people}
                    index={index}
                    name={name}
                    moves={{ up: t("targets.people.up", { name }), down: t("targets.people.down", { name }) }}
                    onOrder={(ids) => order.mutate({ campaignId, ids })}
                    onEdit={() => onEdit(person)}
                  />
                </Table.Td>
              )}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
};
