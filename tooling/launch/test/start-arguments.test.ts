import { expect, it } from "vitest";
import { PlainError } from "../src/plain-error.mjs";
import { readStartArguments } from "../src/start-arguments.mjs";

it.each([
  [[], { port: undefined, data: undefined, empty: false, help: false }],
  [["--port", "4100", "--data", "/srv/data", "--empty"], { port: 4100, data: "/srv/data", empty: true, help: false }],
  [["--port=4100"], { port: 4100, data: undefined, empty: false, help: false }],
  [["-h"], { port: undefined, data: undefined, empty: false, help: true }],
])("reads %j", (argv, options) => {
  expect(readStartArguments(argv)).toEqual(options);
});

it.each([
  [["--port", "http"], "--port must be a whole number from 1 to 65535"],
  [["--port", "70000"], "--port must be"],
  [["--port", "0"], "--port must be"],
  [["--data", ""], "--data needs the name of a folder"],
  [["--prot", "4000"], "'--prot'"],
  [["4000"], "use npm start -- --port N --data FOLDER --empty."],
])("refuses %j in one sentence", (argv, sentence) => {
  const read = () => readStartArguments(argv);
  expect(read).toThrow(PlainError);
  expect(read).toThrow(sentence);
  expect(read).not.toThrow(/\n/);
});
