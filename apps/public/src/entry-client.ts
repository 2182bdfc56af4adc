import "./styles/index.css";
import { watchBottomButton } from "./features/campaigns/bottom-button";
import { tellHeight } from "./embed-height";
import { wakePanels } from "./islands/wake-panels";

wakePanels(document);
watchBottomButton(document);
tellHeight(document);
