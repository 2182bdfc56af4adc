import { Button, Group, Progress, Stack, Text, Title } from "@mantine/core";
import type { SetupState, SetupStep } from "@cml/domain/settings";
import { useTranslation } from "@cml/ui/i18n";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import { QueryState } from "../../../shell/QueryState";
import { WelcomeStep } from "../components/WelcomeStep";

/** The first sign-in: five steps, each of which may wait. */
export const WelcomePage = () => {
  const setup = api.settings.siteSettings.setup.useQuery();
  return <QueryState query={setup}>{(state) => <Steps state={state} />}</QueryState>;
};

const Steps = ({ state }: { state: SetupState }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cache = api.useUtils();
  const names = state.steps.map(({ step }) => step);
  const [step, setStep] = useState<SetupStep>(state.next ?? names[0] ?? "organization");
  const index = names.indexOf(step);
  const settle = api.settings.siteSettings.setSetupStep.useMutation({
    onSuccess: async () => {
      await cache.settings.siteSettings.setup.invalidate();
      const following = names[index + 1];
      if (following === undefined) await navigate({ to: "/" });
      else setStep(following);
    },
    onError: notifyFailed,
  });
  const isLast = index === names.length - 1;
  return (
    <Stack maw={720} mx="auto" gap="lg">
      <div>
        <Title order={1}>{t("welcome.title")}</Title>
        <Text c="dimmed" mt={4}>
          {t("welcome.lead")}
        </Text>
      </div>
      <div>
        <Group justify="space-between" mb={6}>
          <Text size="sm" fw={550}>
            {t("welcome.step", { number: index + 1, total: names.length })}
          </Text>
          <Text size="sm" c="dimmed">
            {t(`welcome.steps.${step}`)}
          </Text>
        </Group>
        <Progress value={((index + 1) / names.length) * 100} aria-label={t("welcome.step", { number: index + 1, total: names.length })} />
      </div>
      <WelcomeStep
        key={step}
        step={step}
        saveLabel={t(isLast ? "welcome.finish" : "welcome.next")}
        onSaved={() => settle.mutate({ step, outcome: "done" })}
        extra={
          <>
            {index > 0 && (
              <Button variant="subtle" color="gray" mr="auto" onClick={() => setStep(names[index - 1] ?? step)}>
                {t("welcome.back")}
              </Button>
            )}
            <Button variant="subtle" loading={settle.isPending} onClick={() => settle.mutate({ step, outcome: "skipped" })}>
              {t("welcome.skip")}
            </Button>
          </>
        }
      />
    </Stack>
  );
};
