import { locales } from "@cml/domain/kernel";
import { addressIn } from "./addresses";
import type { ClientFiles } from "./client-files";
import { Layout } from "./Layout";
import { usePage } from "./page-context";
import type { Page } from "./page";
import type { Site } from "./site";
import { barColours, ownIcon, themeStyle } from "./theme-style";

type DocumentProps = {
  page: Page;
  site: Site;
  files: ClientFiles;
  address: { origin: string; path: string; search: string };
  nonce: string;
};

export const Document = ({ page, site, files, address, nonce }: DocumentProps) => {
  const { locale, organization } = usePage();
  const title = page.title === organization ? organization : `${page.title} · ${organization}`;
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        {page.bare === true ? <base target="_blank" /> : null}
        <meta name="description" content={page.description} />
        {page.noindex === true ? (
          <meta name="robots" content="noindex, nofollow" />
        ) : (
          <ShareTags page={page} address={address} title={title} />
        )}
        {page.noindex === true && page.bare !== true ? <meta name="referrer" content="no-referrer" /> : null}
        <meta name="theme-color" content={barColours.light} media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content={barColours.dark} media="(prefers-color-scheme: dark)" />
        {files.fonts.map((href) => (
          <link key={href} rel="preload" href={href} as="font" type="font/woff2" crossOrigin="anonymous" />
        ))}
        {files.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: themeStyle(site.primaryColour) }} />
        <link rel="icon" href={site.faviconUrl ?? ownIcon(site.primaryColour)} />
        {page.panels === undefined || page.panels.length === 0 ? null : <Scripts files={files} />}
      </head>
      <body>
        {page.bare === true ? (
          <main id="content" className="bare">
            {page.body}
          </main>
        ) : (
          <Layout site={site} path={address.path} search={address.search}>
            {page.body}
          </Layout>
        )}
      </body>
    </html>
  );
};

const Scripts = ({ files }: { files: ClientFiles }) => (
  <>
    {files.preload.map((href) => (
      <link key={href} rel="modulepreload" href={href} />
    ))}
    {files.script === null ? null : <script type="module" src={files.script} />}
  </>
);

const ShareTags = ({ page, address, title }: { page: Page; address: DocumentProps["address"]; title: string }) => {
  const { locale, organization, prefixes } = usePage();
  const absolute = (path: string) => (/^https?:/.test(path) ? path : `${address.origin}${path}`);
  const here = absolute(addressIn(prefixes, locale, address.path));
  return (
    <>
      <link rel="canonical" href={here} />
      {locales.map((other) => (
        <link key={other} rel="alternate" hrefLang={other} href={absolute(addressIn(prefixes, other, address.path))} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={absolute(address.path)} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={organization} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={page.description} />
      <meta property="og:url" content={here} />
      <meta property="og:locale" content={locale === "fr" ? "fr_CA" : "en_CA"} />
      {page.image === undefined || page.image === null ? null : <meta property="og:image" content={absolute(page.image)} />}
      <meta name="twitter:card" content={page.image === undefined || page.image === null ? "summary" : "summary_large_image"} />
    </>
  );
};
