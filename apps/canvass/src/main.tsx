import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startLanguage } from "./language";
import "@cml/ui/styles.css";
import "@mantine/notifications/styles.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
void startLanguage().then(() => createRoot(root).render(<App />));
