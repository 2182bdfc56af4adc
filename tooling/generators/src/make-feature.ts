import fs from "node:fs";
import path from "node:path";
import { featureFiles } from "./feature-files";
import { type Feature, nounFault } from "./names";
import { wireFeature } from "./wire-feature";

/** Writes a feature into the repository at `root` and returns the paths written; nothing is written when anything stands in the way. */
export const makeFeature = (root: string, feature: Feature): string[] => {
  const fault = nounFault(feature.noun);
  if (fault !== null) throw new Error(fault);
  const files = featureFiles(feature);
  const taken = Object.keys(files).find((file) => fs.existsSync(path.join(root, file)));
  if (taken !== undefined) throw new Error(`${taken} exists already.`);
  const changed = wireFeature(feature, (file) => {
    const place = path.join(root, file);
    return fs.existsSync(place) ? fs.readFileSync(place, "utf8") : null;
  });
  const all = { ...files, ...changed };
  for (const [file, text] of Object.entries(all)) {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  }
  return Object.keys(all);
};
