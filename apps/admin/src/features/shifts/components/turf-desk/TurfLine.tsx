import { ActionIcon, Badge, Box, Group, Menu, Progress, Text } from "@mantine/core";
import type { ShiftDetail } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import {
  IconArrowBackUp, IconArrowsExchange, IconArrowsSplit2, IconCalendarShare, IconDotsVertical, IconPrinter, IconUserPlus, IconUserShare,
} from "@tabler/icons-react"; // prettier-ignore
import { useState } from "react";
import { useSiteFormats } from "../../../../session/useSite";
import { GiveModal } from "./GiveModal";
import type { MarkedTurf } from "./marked-turfs";
import { type RestPart, RestModal } from "./RestModal";
import { SheetModal } from "./SheetModal";
import { SwapModal } from "./SwapModal";
import { TurfLetter } from "./TurfLetter";
import { useTurfChanges } from "./useTurfChanges";

type Props = { turf: MarkedTurf; turfs: readonly MarkedTurf[]; shift: ShiftDetail; canEdit: boolean };

/** One turf of a shift: who has it, how many doors are done, and the steps that make sense now. */
export const TurfLine = ({ turf, turfs, shift, canEdit }: Props) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  const names = turf.people.map(({ name }) => name).join(", ");
  const counts = { done: formats.number(turf.done), doors: formats.number(turf.doors) };
  return (
    <Box component="li" py={10} style={{ borderTop: "1px solid var(--cml-line)" }}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <TurfLetter turf={turf} />
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
        {canEdit && turf.returnedAt === null && <TurfMenu turf={turf} turfs={turfs} shift={shift} />}
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

const TurfState = ({ turf }: { turf: MarkedTurf }) => {
  const { t } = useTranslation();
  const formats = useSiteFormats();
  if (turf.returnedAt !== null) return <Badge color="gray">{t("turfDesk.returnedAt", { time: formats.time(turf.returnedAt) })}</Badge>;
  if (turf.handedOutAt === null) return <Badge color="amber">{t("turfDesk.planned")}</Badge>;
  return <Badge>{t("turfDesk.outSince", { time: formats.time(turf.handedOutAt) })}</Badge>;
};

const TurfMenu = ({ turf, turfs, shift }: Omit<Props, "canEdit">) => {
  const { t } = useTranslation();
  const [isGiving, setGiving] = useState(false);
  const [isPrinting, setPrinting] = useState(false);
  const [isSwapping, setSwapping] = useState(false);
  const [part, setPart] = useState<RestPart | null>(null);
  const { takeBack } = useTurfChanges(() => undefined);
  const isOut = turf.handedOutAt !== null;
  const hasRest = isOut && turf.done < turf.doors;
  const others = turfs.filter(({ id, handedOutAt, returnedAt }) => id !== turf.id && handedOutAt !== null && returnedAt === null);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" size={36} aria-label={t("turfDesk.actions", { turf: turf.cutName })} loading={takeBack.isPending}>
            <IconDotsVertical size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={isOut ? <IconUserShare size={16} /> : <IconUserPlus size={16} />} onClick={() => setGiving(true)}>
            {t(isOut ? "turfDesk.pass" : "turfDesk.give")}
          </Menu.Item>
          {isOut && others.length > 0 && (
            <Menu.Item leftSection={<IconArrowsExchange size={16} />} onClick={() => setSwapping(true)}>
              {t("turfDesk.swap")}
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
      {isSwapping && <SwapModal turf={turf} others={others} onClose={() => setSwapping(false)} />}
      {isPrinting && <SheetModal turf={turf} onClose={() => setPrinting(false)} />}
      {part !== null && <RestModal turf={turf} shift={shift} part={part} onClose={() => setPart(null)} />}
    </>
  );
};
