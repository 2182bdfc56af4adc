import { atMost, type Figure } from "../figure";
import { answerOf } from "../http-client";
import { addressOf } from "../letters/letters-house";
import { machine } from "../machine";
import { type WallHouse, withWall } from "./wall-house";

const voters = 1_000;
const connections = 200;

/**
 * A thousand people press the link in their mail at the same moment, each twice, and then the button on the wall once more;
 * every hundredth asked with two browsers. The number beside the response must be that of the people.
 */
export const upvotesAtOnce = (): Promise<Figure[]> =>
  withWall(1_000, connections, async (house) => {
    const { id, upvoteCount: before } = await house.db.prisma.representativeResponse.findFirstOrThrow({ where: { status: "APPROVED" } });
    const devices = Array.from({ length: voters }, (_, n) => `voter-${n}-`.padEnd(40, "v"));
    await Promise.all(devices.map((device, n) => ask(house, n, { responseId: id, device, email: emailOf(n), locale: "en" })));
    for (let n = 0; n < voters; n += 100)
      await ask(house, n, { responseId: id, device: `other-${n}-`.padEnd(40, "v"), email: emailOf(n), locale: "en" });
    const tokens = await mailedTokens(house);
    const presses = [...tokens, ...tokens];
    const begun = performance.now();
    await Promise.all(presses.map(({ token, n }) => post(house, n, { procedure: "confirmUpvote", input: { token, device: devices[n] } })));
    const seconds = (performance.now() - begun) / 1_000;
    await Promise.all(devices.map((device, n) => ask(house, n, { responseId: id, device, email: null, locale: "en" })));
    const { upvoteCount } = await house.db.prisma.representativeResponse.findUniqueOrThrow({ where: { id } });
    const people = await house.db.prisma.responseUpvote.groupBy({ by: ["userEmail"], where: { responseId: id } });
    const distinct = people.length === voters ? upvoteCount - before : Number.NaN;
    const bench = "wall";
    const figure = `${voters} upvotes on one response at once: difference of its number from the distinct voters`;
    return [
      atMost({ bench, figure, value: Math.abs(distinct - voters), unit: "upvotes" }, 0),
      {
        bench,
        figure: `the same ${presses.length} presses (${machine()})`,
        value: round(seconds),
        unit: "s",
        target: "told only",
        pass: true,
      },
    ];
  });

const emailOf = (n: number): string => `voter-${n}@example.org`;
const round = (value: number): number => Number(value.toPrecision(4));

const mailedTokens = async ({ db }: WallHouse): Promise<{ token: string; n: number }[]> => {
  const mails = await db.prisma.templateMail.findMany({ where: { templateKey: "upvote-confirmation" }, orderBy: { id: "asc" } });
  const newest = new Map(mails.map(({ toEmail, variables }) => [toEmail, (variables as { CONFIRM_URL: string }).CONFIRM_URL]));
  if (newest.size !== voters) throw new Error(`${newest.size} voters were mailed`);
  return [...newest].map(([email, url]) => ({ token: url.split("/").at(-1) ?? "", n: Number(/\d+/.exec(email)?.[0]) }));
};

type Press = { procedure: "upvote" | "confirmUpvote"; input: object };

const post = async ({ client }: WallHouse, n: number, { procedure, input }: Press): Promise<unknown> => {
  const headers = { "x-forwarded-for": addressOf(n) };
  const path = `/trpc/public/influence.responses.${procedure}`;
  return answerOf(await client.ask({ method: "POST", path, headers, body: JSON.stringify({ json: input }) }));
};
const ask = (house: WallHouse, n: number, input: object): Promise<unknown> => post(house, n, { procedure: "upvote", input });
