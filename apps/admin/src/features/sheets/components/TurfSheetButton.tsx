import { Button } from "@mantine/core";
import { useTranslation } from "@cml/ui/i18n";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../../api";
import { notifyFailed } from "../../../shell/notify";
import { PrintSheetModal } from "./PrintSheetModal";

/** A sheet of a turf that no shift walks. */
export const TurfSheetButton = ({ cut }: { cut: { id: string; name: string } }) => {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const print = api.map.walkSheets.printTurf.useMutation({ onError: notifyFailed });
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => setOpen(true)}>
        {t("sheets.printTurf")}
      </Button>
      {isOpen && (
        <PrintSheetModal
          name={cut.name}
          text={t("sheets.printTurfText")}
          made={print.data}
          isPending={print.isPending}
          onPrint={(paper) => print.mutate({ ...paper, cutId: cut.id })}
          onClose={() => {
            setOpen(false);
            print.reset();
          }}
        />
      )}
    </>
  );
};
