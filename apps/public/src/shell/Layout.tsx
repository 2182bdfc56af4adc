import { otherLocale } from "@cml/domain/kernel";
import type { ReactNode } from "react";
import { addressIn } from "./addresses";
import { usePage } from "./page-context";
import type { Site } from "./site";

type LayoutProps = { site: Site; path: string; search: string; children: ReactNode };

export const Layout = ({ site, path, search, children }: LayoutProps) => {
  const { t, organization } = usePage();
  return (
    <>
      <a className="skip" href="#content">
        {t("site.skip")}
      </a>
      <Header site={site} path={path} search={search} />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <div className="wrap">
          <p>
            {t("site.footerRun", { organization })}
            {site.postalAddress === "" ? null : ` ${site.postalAddress}`}
          </p>
          {site.footerText === "" ? null : <p>{site.footerText}</p>}
          <p>{t("site.footerPrivacy")}</p>
          {site.embeddedMail ? <p>{t("site.demoMail")}</p> : null}
          <p>
            <a href="/canvass/">{t("site.signIn")}</a> · {t("site.footerMadeWith")}
          </p>
        </div>
      </footer>
    </>
  );
};

const Header = ({ site, path, search }: Omit<LayoutProps, "children">) => {
  const { t, locale, organization, prefixes, link } = usePage();
  const other = otherLocale(locale);
  const items = [
    ...(site.enableInfluence
      ? [{ path: "/campaigns", text: t("site.campaigns"), here: path === "/campaigns" || path.startsWith("/c/") }]
      : []),
    ...(site.enableMap
      ? [
          { path: "/shifts", text: t("site.shifts"), here: path.startsWith("/shifts") },
          { path: "/map", text: t("site.map"), here: path === "/map" },
        ]
      : []),
  ];
  return (
    <header className="site-header">
      <div className="wrap">
        <a className="brand" href={link("/")}>
          {site.logoUrl === null ? <Mark name={organization} /> : <img src={site.logoUrl} alt="" height={36} />}
          <span>{organization}</span>
        </a>
        <nav aria-label={t("site.menu")}>
          {items.map((item) => (
            <a key={item.path} href={link(item.path)} aria-current={item.here ? "page" : undefined}>
              {item.text}
            </a>
          ))}
          <a
            className="language"
            href={addressIn(prefixes, other, path) + search}
            hrefLang={other}
            lang={other}
            title={t("site.otherLanguageHint")}
          >
            {t("site.otherLanguage")}
          </a>
        </nav>
      </div>
    </header>
  );
};

const Mark = ({ name }: { name: string }) => (
  <span className="mark" aria-hidden="true">
    {[...name][0] ?? ""}
  </span>
);
