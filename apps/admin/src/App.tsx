import { Notifications } from "@mantine/notifications";
import { AppTheme } from "@cml/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { api, apiClient, queryClient } from "./api";
import { CloseLabels } from "./shell/CloseLabels";
import { DatesLanguage } from "./shell/DatesLanguage";
import { router } from "./routes";

export const App = () => (
  <AppTheme density="work">
    <api.Provider client={apiClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <DatesLanguage>
          <CloseLabels>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </CloseLabels>
        </DatesLanguage>
      </QueryClientProvider>
    </api.Provider>
  </AppTheme>
);
