import { Button, Modal, Stack, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./CodeScanner.module.css";
import { useCamera } from "./useCamera";
import { useCodes } from "./useCodes";

type Props = {
  /** Every code that is seen; the same one again only after a moment. Close it yourself where one is enough. */
  onCode: (text: string) => void;
  onClose: () => void;
  /** What to hold before the camera. */
  title?: string;
  /** What became of the last code; read out by screen readers. */
  children?: ReactNode;
};

/** Reads QR codes by the camera; says so where there is none or it may not be used, because then the code is typed. */
export const CodeScanner = ({ onCode, onClose, title, children }: Props) => {
  const { t } = useTranslation("kernel");
  const { video, state } = useCamera();
  useCodes(video, { isOn: state === "on", onCode });
  const isOver = state === "none" || state === "refused" || state === "failed";
  return (
    <Modal opened onClose={onClose} title={title ?? t("ui.scan.title")} size="md" closeButtonProps={{ "aria-label": t("ui.scan.close") }}>
      <Stack>
        {!isOver && (
          <div className={classes.frame} data-state={state}>
            <video ref={video} muted playsInline className={classes.video} aria-label={t("ui.scan.picture")} />
            <div className={classes.aim} aria-hidden="true" />
          </div>
        )}
        <Text size="sm" role={isOver ? "alert" : "status"} c={isOver ? undefined : "dimmed"}>
          {t(`ui.scan.${state}`)}
        </Text>
        <div role="status">{children}</div>
        <Button variant="default" onClick={onClose}>
          {t("ui.scan.close")}
        </Button>
      </Stack>
    </Modal>
  );
};
