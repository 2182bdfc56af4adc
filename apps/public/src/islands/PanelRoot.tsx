import type { Locale } from "@cml/domain/kernel";
import { type ComponentType, useMemo } from "react";
import type { Prefixes } from "../shell/addresses";
import { PageProvider } from "../shell/page-context";
import { type Catalogue, textsOf } from "../texts/texts";

/** What the server leaves in the page for a panel: its props and only the texts it needs, in one language. */
export type PanelData<Props> = {
  locale: Locale;
  organization: string;
  timeZone: string;
  prefixes: Prefixes;
  texts: Partial<Catalogue>;
  props: Props;
};

/** The same tree on the server and in the browser, so that hydration finds what it expects. */
export const PanelRoot = <Props extends object>({
  component: Component,
  data,
}: {
  component: ComponentType<Props>;
  data: PanelData<Props>;
}) => {
  const facts = useMemo(() => {
    const { locale, organization, timeZone, prefixes, texts } = data;
    return { locale, organization, timeZone, prefixes, t: textsOf(texts, locale) };
  }, [data]);
  return (
    <PageProvider value={facts}>
      <Component {...data.props} />
    </PageProvider>
  );
};
