import { Island } from "../../../islands/Island";
import { panels } from "../../../islands/panels";
import type { Page } from "../../../shell/page";
import { usePage } from "../../../shell/page-context";
import type { Texts } from "../../../texts/texts";
import { AccountForm } from "../components/AccountForm";
import type { AccountForm as FormName } from "../model";

/** One of the account pages; `token` comes from a mailed link. */
export const accountPage = (form: FormName | "closed", t: Texts, token = ""): Page => {
  const title = form === "closed" ? t("accounts.signUpTitle") : t(`accounts.${form}Title`);
  return {
    status: 200,
    title,
    description: title,
    noindex: true,
    panels: form === "closed" ? [] : [panels.account.source],
    body: <AccountPage form={form} title={title} token={token} />,
  };
};

const AccountPage = ({ form, title, token }: { form: FormName | "closed"; title: string; token: string }) => {
  const { t } = usePage();
  return (
    <div className="wrap page narrow">
      <h1>{title}</h1>
      <p className="lead">{form === "closed" ? t("accounts.signUpClosed") : t(`accounts.${form}Lead`)}</p>
      {form === "closed" ? null : <Island name="account" component={AccountForm} props={{ form, token }} />}
      <noscript>
        <p className="notice">{t("accounts.noScript")}</p>
      </noscript>
    </div>
  );
};
