import { Anchor, Button, Drawer, List, Paper, Stack, Text } from "@mantine/core";
import { type InboundMessageView, refusalReasonOf } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconDownload } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { api } from "../../../api";
import { useSession } from "../../../session/useSession";
import { useSiteFormats } from "../../../session/useSite";
import { QueryState } from "../../../shell/QueryState";
import { AssignMail } from "./AssignMail";
import { InboundKindBadge } from "./InboundKindBadge";

/** One mail: who wrote, which letter it is about, and its words, always as text. */
export const InboundDrawer = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation();
  const query = api.influence.inbound.get.useQuery({ id }, { enabled: id !== "" });
  return (
    <Drawer opened={id !== ""} onClose={onClose} title={t("inbound.one")} position="right" size="lg">
      {id !== "" && <QueryState query={query}>{(mail) => <Mail key={mail.id} mail={mail} />}</QueryState>}
    </Drawer>
  );
};

const Mail = ({ mail }: { mail: InboundMessageView }) => {
  const { t } = useTranslation();
  const { can } = useSession();
  const formats = useSiteFormats();
  const isBack = mail.kind === "BOUNCE" || mail.kind === "DELAY";
  return (
    <Stack gap="lg">
      <div>
        <InboundKindBadge kind={mail.kind} isHandled={mail.isHandled} />
        <Text fw={600} mt="xs" style={{ overflowWrap: "anywhere" }}>
          {mail.subject === "" ? t("influence:inbound.noSubject") : mail.subject}
        </Text>
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          {[mail.fromName, mail.fromEmail].filter(Boolean).join(" · ") || t("inbound.nobody")}
        </Text>
        <Text size="sm" c="dimmed">
          {formats.dateTime(mail.receivedAt)}
        </Text>
        {isBack && (
          <Text size="sm" mt="xs">
            {t("inbound.reason", { reason: t(`influence:letterReasons.${refusalReasonOf(null, mail.statusCode)}`) })}
            {mail.statusCode !== null && ` (${mail.statusCode})`}
          </Text>
        )}
      </div>
      <About mail={mail} />
      <Paper withBorder p="md" radius="md" component="article">
        {mail.text === null || mail.text === "" ? (
          <Text size="sm" c="dimmed">
            {t(mail.text === null ? "inbound.gone" : "inbound.empty")}
          </Text>
        ) : (
          <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {mail.text}
          </Text>
        )}
      </Paper>
      {mail.attachments.length > 0 && (
        <div>
          <Text size="sm" fw={550}>
            {t("inbound.attached")}
          </Text>
          <List size="sm" mt={4}>
            {mail.attachments.map(({ name, sizeBytes }, place) => (
              <List.Item key={`${name}${place}`}>
                {name === "" ? t("influence:inbound.unnamed") : name} ({formats.number(Math.ceil(sizeBytes / 1000))} kB)
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {mail.hasRaw && (
        <div>
          <Button
            component="a"
            href={`/replies/${mail.id}.eml`}
            download
            variant="default"
            size="xs"
            leftSection={<IconDownload size={16} />}
          >
            {t("inbound.original")}
          </Button>
          <Text size="xs" c="dimmed" mt={6}>
            {t("inbound.originalHint")}
          </Text>
        </div>
      )}
      {can("campaign.edit") && (mail.kind === "UNSORTED" || mail.kind === "AUTO_REPLY") && <AssignMail mail={mail} />}
    </Stack>
  );
};

const About = ({ mail: { letter, kind, forwardedAt, isHandled } }: { mail: InboundMessageView }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (letter === null)
    return (
      <Text size="sm" c="dimmed">
        {t("inbound.noLetter")}. {isHandled && t("inbound.handled")}
      </Text>
    );
  return (
    <div>
      <Text size="sm" c="dimmed">
        {t("inbound.about")}
      </Text>
      <Text size="sm" fw={550}>
        {letter.recipientName}
        {letter.userName !== null && `, ${t("inbound.writtenBy", { name: letter.userName })}`}
      </Text>
      <Anchor component={Link} to={`/campaigns/${letter.campaignId}`} search={{ letter: letter.id } as never} size="sm">
        {t("inbound.toLetter")}
      </Anchor>
      {kind === "REPLY" && (
        <Text size="sm" c="dimmed" mt={4}>
          {forwardedAt === null ? t("inbound.notForwarded") : t("inbound.forwarded", { at: formats.dateTime(forwardedAt) })}
        </Text>
      )}
    </div>
  );
};
