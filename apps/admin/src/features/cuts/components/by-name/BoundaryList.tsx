import { Alert, Badge, Text, UnstyledButton } from "@mantine/core";
import type { FoundBoundaries, NamedBoundary } from "@cml/domain/map";
import { EmptyState } from "@cml/ui";
import { useTranslation } from "@cml/ui/i18n";
import { IconCloudOff, IconMapSearch } from "@tabler/icons-react";
import classes from "./ByName.module.css";

type Props = { found: FoundBoundaries; isTyped: boolean; chosen: string; onChoose: (key: string) => void };

/** What was found by the name, and whether everybody who might know was asked. */
export const BoundaryList = ({ found: { items, isMore, directory }, isTyped, chosen, onChoose }: Props) => {
  const { t } = useTranslation();
  if (!isTyped)
    return (
      <Text size="sm" c="dimmed">
        {t("turfByName.type")}
      </Text>
    );
  return (
    <>
      {directory !== "answered" && (
        <Alert color="amber" role="status" icon={<IconCloudOff />} mb="sm">
          {t(`turfByName.${directory}`)}
        </Alert>
      )}
      {items.length === 0 ? (
        <EmptyState icon={<IconMapSearch />} title={t("turfByName.none")}>
          {t("turfByName.noneText")}
        </EmptyState>
      ) : (
        <ul className={classes.list} aria-label={t("turfByName.results")}>
          {items.map((one) => (
            <li key={one.key}>
              <Found one={one} isChosen={one.key === chosen} onChoose={onChoose} />
            </li>
          ))}
        </ul>
      )}
      {isMore && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("turfByName.more")}
        </Text>
      )}
    </>
  );
};

type FoundProps = { one: NamedBoundary; isChosen: boolean; onChoose: (key: string) => void };

const Found = ({ one: { key, name, setName, level, province, year, isHere, cutId }, isChosen, onChoose }: FoundProps) => {
  const { t } = useTranslation();
  const kind = level === "FEDERAL" || level === "MUNICIPALITY" ? t(`turfByName.levels.${level}`) : setName;
  return (
    <UnstyledButton className={classes.one} aria-pressed={isChosen} onClick={() => onChoose(key)}>
      <span className={classes.words}>
        <Text component="span" display="block" size="sm" fw={550}>
          {name}
        </Text>
        <Text component="span" display="block" size="xs" c="dimmed">
          {[kind, province, year].filter((part) => part !== null).join(" · ")}
        </Text>
      </span>
      {(cutId !== null || isHere) && (
        <Badge color="gray" variant={cutId === null ? "outline" : "light"} style={{ flex: "none" }}>
          {t(cutId === null ? "turfByName.here" : "turfByName.isTurf")}
        </Badge>
      )}
    </UnstyledButton>
  );
};
