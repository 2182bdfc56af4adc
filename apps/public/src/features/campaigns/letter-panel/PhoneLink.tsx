import { PhoneIcon } from "../../../shell/icons";
import { usePage } from "../../../shell/page-context";

/** A telephone number to tap. */
export const PhoneLink = ({ tel }: { tel: string }) => {
  const { t } = usePage();
  return (
    <a className="face-phone" href={`tel:${tel.replace(/[^\d+]/g, "")}`}>
      <PhoneIcon size={16} />
      {t("panel.people.phone", { phone: tel })}
    </a>
  );
};
