import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../../api";

const shortest = 3;

/** Doors that answer to what somebody types, from our own addresses alone: no key, no network. */
export const useDoorSearch = () => {
  const [text, setText] = useState("");
  const [asked] = useDebouncedValue(text.trim(), 200);
  const isOn = asked.length >= shortest && text.trim().length >= shortest;
  const query = api.map.geocoding.find.useQuery(
    { text: asked, askOthers: false },
    { enabled: isOn, placeholderData: keepPreviousData, refetchOnWindowFocus: false },
  );
  return { text, setText, found: isOn ? (query.data?.local ?? null) : null, isLoading: isOn && query.isFetching };
};
