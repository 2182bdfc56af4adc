import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { errorText } from "@cml/i18n";
import { type LocationDetail, readUnitList } from "@cml/domain/map";
import { loadedLocale, useTranslation } from "@cml/ui/i18n";
import { useState } from "react";
import { api } from "../../../api";
import { useBuildingChange } from "../hooks/useBuildingChange";

type Props = { location: LocationDetail; onChanged: () => unknown; onClose: () => void };
const mostNamed = 24;

/** A line such as 101–112, PH1, and before anything is saved the doors it makes. */
export const AddUnits = ({ location, onChanged, onClose }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const change = useBuildingChange(onChanged);
  const add = api.map.units.add.useMutation({
    onSuccess: (saved) => {
      change.onSuccess(saved);
      onClose();
    },
    onError: change.onError,
  });
  const list = readUnitList(text);
  const standing = new Set(location.addresses.map(({ unitNumber }) => unitNumber));
  const wanted = "units" in list ? list.units : [];
  const fresh = wanted.filter((unit) => !standing.has(unit));
  const problem =
    "problem" in list && list.problem !== "nothing" ? errorText(loadedLocale(), `map.units.${list.problem}`, { text: list.text }) : null;
  const names = fresh.slice(0, mostNamed).join(", ");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (fresh.length > 0) add.mutate({ locationId: location.id, units: text });
      }}
    >
      <Stack gap={8}>
        <TextInput
          label={t("buildings.unitsLine")}
          description={t("buildings.unitsHint")}
          value={text}
          maxLength={400}
          error={problem}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
          autoFocus
        />
        <Text size="sm" aria-live="polite">
          {fresh.length > 0 && t("buildings.unitsPreview", { count: fresh.length, names })}{" "}
          {fresh.length > mostNamed && t("buildings.andMore", { count: fresh.length - mostNamed })}{" "}
          {wanted.length > fresh.length && t("buildings.unitsKnown", { count: wanted.length - fresh.length })}
        </Text>
        <Group gap="xs">
          <Button type="submit" loading={add.isPending} disabled={fresh.length === 0}>
            {t("buildings.addUnits")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
