import { AppTheme } from "@cml/ui";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { api, apiClient, queryClient } from "./api";
import { router } from "./routes";
import { NewVersion } from "./shell/NewVersion";

export const App = () => (
  <AppTheme density="read">
    <api.Provider client={apiClient} queryClient={queryClient}>
      <QueryClientProvider client={queryClient}>
        <NewVersion />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </api.Provider>
  </AppTheme>
);
