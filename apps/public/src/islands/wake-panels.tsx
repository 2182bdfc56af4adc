import type { ComponentType } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { panelLoaders } from "./panel-loaders";
import type { PanelName } from "./panels";
import { type PanelData, PanelRoot } from "./PanelRoot";

const isPanel = (name: string | undefined): name is PanelName => name !== undefined && name in panelLoaders;

/** Finds the panels the server drew and brings each to life; the rest of the page stays plain HTML. */
export const wakePanels = (page: ParentNode): void => {
  for (const node of page.querySelectorAll<HTMLElement>("[data-panel]")) {
    const name = node.dataset["panel"];
    const text = node.nextElementSibling?.textContent;
    if (isPanel(name) && typeof text === "string") void wake(node, name, JSON.parse(text) as PanelData<object>);
  }
};

const wake = async (node: HTMLElement, name: PanelName, data: PanelData<object>): Promise<void> => {
  const component = (await panelLoaders[name]()) as ComponentType<object>;
  const panel = <PanelRoot component={component} data={data} />;
  // Plain forms in the panel's place are replaced; the panel itself is only brought to life.
  if (node.dataset["replace"] === undefined) hydrateRoot(node, panel);
  else createRoot(node).render(panel);
  node.dataset["awake"] = "true";
};
