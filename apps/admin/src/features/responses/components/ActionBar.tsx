import { ActionIcon, Button, Group, Menu, Text } from "@mantine/core";
import type { ResponseView } from "@cml/domain/influence";
import { useTranslation } from "@cml/ui/i18n";
import { IconChevronLeft, IconChevronRight, IconDots } from "@tabler/icons-react";
import type { DeskDeed } from "../model/desk-keys";
import { keysOf } from "../model/desk-keys";
import classes from "./Responses.module.css";

type Props = {
  response: ResponseView;
  /** The office's reply is decided about, not the response. */
  isReply: boolean;
  isPreview: boolean;
  run: Partial<Record<DeskDeed, () => void>>;
  onRemove: () => void;
};

/** What may be done, the two decisions first, each with its key. On a phone the rest is behind one button. */
export const ActionBar = ({ response, isReply, isPreview, run, onRemove }: Props) => {
  const { t } = useTranslation();
  const { status, disputedAt, proofSeen, officeReply } = response;
  const state = isReply ? officeReply?.status : disputedAt === null ? status : null;
  const others = [
    { deed: "edit", label: t("responses.actions.edit") },
    { deed: "boxes", label: t("responses.actions.boxes") },
    { deed: "proof", label: t(proofSeen === null ? "responses.actions.proof" : "responses.actions.unproof") },
    { deed: "preview", label: t(isPreview ? "responses.actions.noPreview" : "responses.actions.preview") },
    { deed: "history", label: t("responses.actions.history") },
  ] as const;
  const step = (deed: "previous" | "next") => (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={t(`responses.actions.${deed}`)}
      disabled={run[deed] === undefined}
      onClick={run[deed]}
    >
      {deed === "next" ? <IconChevronRight size={18} /> : <IconChevronLeft size={18} />}
    </ActionIcon>
  );
  return (
    <Group
      className={isReply ? classes.actions : `${classes.actions ?? ""} ${classes.decide ?? ""}`}
      gap="xs"
      justify="space-between"
      role="toolbar"
      aria-label={t("responses.pile")}
    >
      <Group gap="xs">
        <Button disabled={state === "APPROVED"} onClick={run.approve} rightSection={<Key deed="approve" />}>
          {t(isReply ? "responses.actions.approveReply" : "responses.actions.approve")}
        </Button>
        <Button color="brick" variant="light" disabled={state === "REJECTED"} onClick={run.reject} rightSection={<Key deed="reject" />}>
          {t(isReply ? "responses.actions.rejectReply" : "responses.actions.reject")}
        </Button>
        <Group gap="xs" visibleFrom="lg">
          {others.map(({ deed, label }) => (
            <Button key={deed} variant="default" onClick={run[deed]} rightSection={<Key deed={deed} />}>
              {label}
            </Button>
          ))}
        </Group>
      </Group>
      <Group gap="xs" ml="auto">
        <Menu position="top-end">
          <Menu.Target>
            <ActionIcon variant="default" size={36} aria-label={t("responses.actions.more")}>
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(({ deed, label }) => (
              <Menu.Item key={deed} hiddenFrom="lg" onClick={run[deed]}>
                {label}
              </Menu.Item>
            ))}
            <Menu.Item color="brick" onClick={onRemove}>
              {t("responses.actions.remove")}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {step("previous")}
        {step("next")}
      </Group>
    </Group>
  );
};

const Key = ({ deed }: { deed: DeskDeed }) => (
  <Text component="kbd" className={classes.key}>
    {keysOf[deed][0]}
  </Text>
);
