import { shareStyleNonce } from "@cml/ui";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { startLanguage } from "./language";
import "@cml/ui/styles.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root");
shareStyleNonce();
void startLanguage().then(() => createRoot(root).render(<App />));
