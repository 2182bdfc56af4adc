import { PlainError } from "./plain-error.mjs";

const needed = [20, 19];

export const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
};

export const requireNode = (version = process.versions.node) => {
  if (!isNewEnough(version))
    throw new PlainError(`Node ${version} is too old: install Node ${needed.join(".")} or newer from https://nodejs.org.`);
};
