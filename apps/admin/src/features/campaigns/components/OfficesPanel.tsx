import { Anchor, Badge, Group, Stack, Table, Text } from "@mantine/core";
import type { OfficesOfCampaign } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";

type Office = OfficesOfCampaign[number];

/** What offices did on their own page: whom to ask there, one mail a week, an answer to all, and letters from elsewhere. */
export const OfficesPanel = ({ campaignId }: { campaignId: string }) => {
  const { t } = useTranslation();
  const query = api.influence.offices.ofCampaign.useQuery({ campaignId }, { staleTime: 15_000 });
  return (
    <QueryState query={query} shape="table" rows={3}>
      {(offices) =>
        offices.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t("offices.none")}
          </Text>
        ) : (
          <OfficeTable offices={offices} />
        )
      }
    </QueryState>
  );
};

const OfficeTable = ({ offices }: { offices: OfficesOfCampaign }) => {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("offices.office")}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t("offices.letters")}
            </Table.Th>
            <Table.Th scope="col" ta="right">
              {t("offices.outside")}
            </Table.Th>
            <Table.Th scope="col">{t("offices.wishes")}</Table.Th>
            <Table.Th scope="col">{t("offices.contact")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {offices.map((office) => (
            <OfficeRow key={office.id} office={office} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
};

const OfficeRow = ({ office }: { office: Office }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { name, title, firstOpenedAt, letters, outside, digest, waiting, answer } = office;
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="sm">{name}</Text>
        <Text size="xs" c="dimmed">
          {title}
        </Text>
      </Table.Td>
      <Table.Td ta="right">{formats.number(letters)}</Table.Td>
      <Table.Td ta="right">{outside === 0 ? "–" : formats.number(outside)}</Table.Td>
      <Table.Td>
        <Group gap={6}>
          {firstOpenedAt === null ? (
            <Text size="sm" c="dimmed">
              {t("offices.notYet")}
            </Text>
          ) : (
            <Badge variant="light">{t("offices.cameIn")}</Badge>
          )}
          {digest ? <Badge variant="light">{t("offices.weekly", { count: waiting })}</Badge> : null}
          {answer === null ? null : <Badge variant="light">{t(`offices.answers.${answer}`)}</Badge>}
        </Group>
      </Table.Td>
      <Table.Td>
        <OfficeContact office={office} />
      </Table.Td>
    </Table.Tr>
  );
};

const OfficeContact = ({ office: { contact, contactEmail, contactPhone } }: { office: Office }) => (
  <Stack gap={0}>
    {contact === null ? null : <Text size="sm">{contact}</Text>}
    {contactEmail === null ? null : (
      <Anchor size="sm" href={`mailto:${contactEmail}`}>
        {contactEmail}
      </Anchor>
    )}
    {contactPhone === null ? null : (
      <Anchor size="sm" href={`tel:${contactPhone.replace(/[^\d+]/g, "")}`}>
        {contactPhone}
      </Anchor>
    )}
    {contact === null && contactEmail === null && contactPhone === null ? "–" : null}
  </Stack>
);
