import * as catalogues from "@cml/i18n/public";
import type { ComponentType, ReactNode } from "react";
import { renderToString } from "react-dom/server";
import { usePage } from "../shell/page-context";
import type { Catalogue } from "../texts/texts";
import { type PanelName, type PanelProps, panels } from "./panels";
import { PanelRoot } from "./PanelRoot";

type IslandProps<Name extends PanelName> = {
  name: Name;
  component: ComponentType<PanelProps[Name]>;
  props: PanelProps[Name];
  /** Stands in the panel's place until a browser that can wakes the panel. */
  instead?: ReactNode;
};

/** A panel drawn on the server, followed by the data the browser needs to wake it. Used on the server only. */
export const Island = <Name extends PanelName>({ name, component, props, instead }: IslandProps<Name>) => {
  const { locale, organization, timeZone, prefixes } = usePage();
  const catalogue: Catalogue = catalogues[locale];
  const texts = Object.fromEntries(panels[name].sections.map((section) => [section, catalogue[section]])) as Partial<Catalogue>;
  const data = { locale, organization, timeZone, prefixes, texts, props };
  const script = <script type="application/json" dangerouslySetInnerHTML={{ __html: inScript(data) }} />;
  if (instead !== undefined)
    return (
      <>
        <div data-panel={name} data-replace="">
          {instead}
        </div>
        {script}
      </>
    );
  // Rendered as a root of its own, exactly as the browser will hydrate it.
  const html = renderToString(<PanelRoot component={component as ComponentType<object>} data={data} />);
  return (
    <>
      <div data-panel={name} dangerouslySetInnerHTML={{ __html: html }} />
      {script}
    </>
  );
};

/** JSON that cannot end its script element early. */
export const inScript = (data: unknown): string =>
  JSON.stringify(data).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
