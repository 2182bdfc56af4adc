import { ActionIcon, Badge, Box, Group, Menu, Progress, Text } from "@mantine/core";
import type { ShiftDetail, TurfAssignment } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { IconArrowBackUp, IconArrowsSplit2, IconCalendarShare, IconDotsVertical, IconPrinter, IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useSiteFormats } from "../../../../session/useSite";
import { GiveModal } from "./GiveModal";
import { type RestPart, RestModal } from "./RestModal";
import { SheetModal } from "./SheetModal";
import { useTurfChanges } from "./useTurfChanges";

type Props = { turf: TurfAssignment; shift: ShiftDetail; canEdit: boolean };

/** One turf of a shift: who has it, how many doors are done, and the steps that make sense now. */
export const TurfLine = ({ turf, shift, canEdit }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const names = turf.people.map(({ name }) => name).join(", ");
  const counts = { done: formats.number(turf.done), doors: formats.number(turf.doors) };
  return (
    <Box component="li" py={10} style={{ borderTop: "1px solid var(--cml-line)" }}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Box miw={0} flex={1}>
          <Group gap={8}>
            <Text size="sm" fw={600} component="span">
              {turf.cutName}
            </Text>
            <TurfState turf={turf} />
            {turf.splitFromId !== null && <Badge color="gray">{t("turfDesk.rest")}</Badge>}
          </Group>
          <Text size="sm" c={names === "" ? "dimmed" : undefined}>
            {names === "" ? t("turfDesk.nobody") : names}
          </Text>
        </Box>
        {canEdit && turf.returnedAt === null && <TurfMenu turf={turf} shift={shift} />}
      </Group>
      <Group gap="sm" mt={6} wrap="nowrap">
        <Progress
          flex={1}
          size="sm"
          value={turf.doors === 0 ? 0 : (turf.done / turf.doors) * 100}
          aria-label={t("turfDesk.progress", counts)}
        />
        <Text size="xs" c="dimmed" className="cml-tabular">
          {t("turfDesk.progress", counts)}
        </Text>
      </Group>
    </Box>
  );
};

const TurfState = ({ turf }: { turf: TurfAssignment }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (turf.returnedAt !== null) return <Badge color="gray">{t("turfDesk.returnedAt", { time: formats.time(turf.returnedAt) })}</Badge>;
  if (turf.handedOutAt === null) return <Badge color="amber">{t("turfDesk.planned")}</Badge>;
  return <Badge>{t("turfDesk.outSince", { time: formats.time(turf.handedOutAt) })}</Badge>;
};

const TurfMenu = ({ turf, shift }: Pick<Props, "turf" | "shift">) => {
  const { t } = useTranslation();
  const [isGiving, setGiving] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [part, setPart] = useState<RestPart | null>(null);
  const { takeBack } = useTurfChanges(() => undefined);
  const isOut = turf.handedOutAt !== null;
  const hasRest = isOut && turf.done < turf.doors;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" size={36} aria-label={t("turfDesk.actions", { turf: turf.cutName })} loading={takeBack.isPending}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {!isOut && (
            <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={() => setGiving(true)}>
              {t("turfDesk.give")}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPrinter size={16} />} onClick={() => setPrinting(true)}>
            {t("turfDesk.print")}
          </Menu.Item>
          {hasRest && (
            <>
              <Menu.Item leftSection={<IconArrowsSplit2 size={16} />} onClick={() => setPart("half")}>
                {t("turfDesk.split")}
              </Menu.Item>
              <Menu.Item leftSection={<IconCalendarShare size={16} />} onClick={() => setPart("rest")}>
                {t("turfDesk.move")}
              </Menu.Item>
            </>
          )}
          <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => takeBack.mutate({ id: turf.id })}>
            {t(isOut ? "turfDesk.takeBack" : "turfDesk.unplan")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isGiving && <GiveModal turf={turf} shift={shift} onClose={() => setGiving(false)} />}
      {isPrinting && <SheetModal turf={turf} onClose={() => setPrinting(false)} />}
      {part !== null && <RestModal turf={turf} shift={shift} part={part} onClose={() => setPart(null)} />}
    </>
  );
};
