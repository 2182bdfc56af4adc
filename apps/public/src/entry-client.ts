import "./styles/index.css";
import { watchBottomButton } from "./features/campaigns/bottom-button";
import { tellHeight } from "./embed-height";
import { offerNearness } from "./features/shifts/near-me";
import { wakePanels } from "./islands/wake-panels";

wakePanels(document);
watchBottomButton(document);
offerNearness(document);
tellHeight(document);
