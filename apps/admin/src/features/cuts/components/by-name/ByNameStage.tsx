import { Button, Loader, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { searchBoundariesInput } from "@cml/domain/map";
import { useTranslation } from "@cml/ui/i18n";
import { keepPreviousData } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { api } from "../../../../api";
import { notifyDone, notifyFailed } from "../../../../shell/notify";
import { QueryState } from "../../../../shell/QueryState";
import classes from "../CutStage.module.css";
import { BoundaryFacts } from "./BoundaryFacts";
import { BoundaryList } from "./BoundaryList";
import { BoundarySearch } from "./BoundarySearch";
import { ByNameMap } from "./ByNameMap";

type Props = { title: string; back: ReactNode; ways: ReactNode };

const fewestLetters = 2;

/** An official boundary found by its name, looked at on the map, and kept as turf. */
export const ByNameStage = ({ title, back, ways }: Props) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = api.useUtils();
  const [asked, setAsked] = useState(() => searchBoundariesInput.parse({ search: "" }));
  const [typed] = useDebouncedValue(asked, 300);
  const [key, setKey] = useState("");
  const search = typed.search.trim();
  const isTyped = asked.search.trim().length >= fewestLetters && search.length >= fewestLetters;
  const found = api.map.cuts.named.search.useQuery({ ...typed, search }, { enabled: isTyped, placeholderData: keepPreviousData });
  const preview = api.map.cuts.named.preview.useQuery({ key }, { enabled: key !== "", retry: false, refetchOnWindowFocus: false });
  const boundary = key === "" ? undefined : preview.data;
  const take = api.map.cuts.named.take.useMutation({
    onSuccess: async ({ outcome, cut: { id, name } }) => {
      notifyDone(outcome === "reshaped" ? t("turfByName.reshaped", { name }) : t("turf.created"));
      await cache.map.cuts.invalidate();
      await navigate({ to: `/turf/${id}` });
    },
    onError: notifyFailed,
  });
  return (
    <div className={classes.stage} data-fills>
      <section className={classes.side} aria-label={title}>
        <div className={classes.body}>
          <Stack gap="lg">
            <div>
              {back}
              <Title order={1} fz={22} mt={4}>
                {title}
              </Title>
            </div>
            {ways}
            <Text size="sm" c="dimmed">
              {t("turfByName.lead")}
            </Text>
            <BoundarySearch asked={asked} isAsking={isTyped && found.isFetching} onChange={setAsked} />
            {isTyped && found.data === undefined ? (
              <QueryState query={found}>{() => null}</QueryState>
            ) : (
              <div>
                <BoundaryList
                  found={found.data ?? { items: [], isMore: false, directory: "answered" }}
                  isTyped={isTyped}
                  chosen={key}
                  onChoose={setKey}
                />
              </div>
            )}
            <div role="status">
              {key !== "" && preview.isPending && (
                <Text size="sm" c="dimmed">
                  <Loader size="xs" mr={8} style={{ verticalAlign: "middle" }} />
                  {t("turfByName.loading")}
                </Text>
              )}
            </div>
            {key !== "" && preview.isError && <QueryState query={preview}>{() => null}</QueryState>}
            {boundary !== undefined && <BoundaryFacts boundary={boundary} />}
          </Stack>
        </div>
        <div className={classes.foot}>
          <Button variant="default" component={Link} to="/turf">
            {t("actions.cancel")}
          </Button>
          {boundary !== undefined && boundary.cutId !== null && boundary.before === null ? (
            <Button component={Link} to={`/turf/${boundary.cutId}`}>
              {t("turfByName.open")}
            </Button>
          ) : (
            <Button
              disabled={boundary === undefined}
              loading={take.isPending}
              onClick={() => boundary !== undefined && take.mutate({ key, reshape: boundary.before !== null })}
            >
              {t(boundary === undefined || boundary.before === null ? "turfByName.keep" : "turfByName.reshape")}
            </Button>
          )}
        </div>
      </section>
      <div className={classes.map}>
        <ByNameMap boundary={boundary} />
      </div>
    </div>
  );
};
