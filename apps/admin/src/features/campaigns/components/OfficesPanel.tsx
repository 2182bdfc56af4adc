import { Anchor, Badge, Group, Stack, Text } from "@mantine/core";
import type { OfficesOfCampaign } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import type { ReactNode } from "react";
import { api } from "../../../api";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import classes from "./Statistics.module.css";

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
          <OfficeList offices={offices} />
        )
      }
    </QueryState>
  );
};

const OfficeList = ({ offices }: { offices: OfficesOfCampaign }) => (
  <ul className={classes.offices}>
    {offices.map((office) => (
      <OfficeRow key={office.id} office={office} />
    ))}
  </ul>
);

const OfficeRow = ({ office }: { office: Office }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const { name, title, firstOpenedAt, letters, outside, digest, waiting, answer } = office;
  return (
    <li>
      <div>
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <Text size="xs" c="dimmed">
          {title}
        </Text>
      </div>
      <Fact label={t("offices.letters")}>{formats.number(letters)}</Fact>
      <Fact label={t("offices.outside")}>{outside === 0 ? "–" : formats.number(outside)}</Fact>
      <Fact label={t("offices.wishes")}>
        <Group gap={6}>
          {firstOpenedAt === null ? t("offices.notYet") : <Badge variant="light">{t("offices.cameIn")}</Badge>}
          {digest ? <Badge variant="light">{t("offices.weekly", { count: waiting })}</Badge> : null}
          {answer === null ? null : <Badge variant="light">{t(`offices.answers.${answer}`)}</Badge>}
        </Group>
      </Fact>
      <Fact label={t("offices.contact")}>
        <OfficeContact office={office} />
      </Fact>
    </li>
  );
};

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div>
    <Text size="xs" c="dimmed">
      {label}
    </Text>
    <Text size="sm" component="div" className="cml-tabular">
      {children}
    </Text>
  </div>
);

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
