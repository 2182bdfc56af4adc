import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { chromiumPath } from "../chromium";
import { atLeast, type Figure } from "../figure";
import { machine } from "../machine";
import { withLettersHouse } from "./letters-house";

const rounds = 3;
const categories = ["performance", "accessibility"] as const;
type Scores = Record<(typeof categories)[number], number>;

/** Lighthouse's usual telephone on its usual slow network, on a campaign's page as the server sends it in production. */
export const pageQuality = (): Promise<Figure[]> =>
  withLettersHouse({}, async ({ product, campaign }) => {
    const best: Scores = { performance: 0, accessibility: 0 };
    for (let round = 0; round < rounds; round += 1) {
      const scores = await judge(`${product.url}/c/${campaign.slug}`);
      for (const name of categories) best[name] = Math.max(best[name], scores[name]);
    }
    return categories.map((name) =>
      atLeast(
        {
          bench: "letters",
          figure: `campaign page, Lighthouse ${name}, best of ${rounds} (${machine()})`,
          value: best[name],
          unit: "points",
        },
        95,
      ),
    );
  });

const judge = async (url: string): Promise<Scores> => {
  const chromePath = chromiumPath();
  const chrome = await launch({ chromePath, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  try {
    const result = await lighthouse(url, { port: chrome.port, onlyCategories: [...categories], logLevel: "error" });
    if (result === undefined) throw new Error("Lighthouse had nothing to say");
    const { categories: judged, audits, runtimeError } = result.lhr;
    if (runtimeError !== undefined) throw new Error(`Lighthouse could not judge the page: ${runtimeError.message}`);
    // What costs points is worth a line, whether or not the figure is reached.
    for (const { title, score, scoreDisplayMode, displayValue } of Object.values(audits))
      if (score !== null && score < 0.9 && ["binary", "numeric", "metricSavings"].includes(scoreDisplayMode))
        process.stderr.write(`${String(score).padStart(6)}  ${title}  ${displayValue ?? ""}\n`);
    const points = (name: keyof Scores) => Math.round((judged[name]?.score ?? 0) * 100);
    return { performance: points("performance"), accessibility: points("accessibility") };
  } finally {
    chrome.kill();
  }
};
