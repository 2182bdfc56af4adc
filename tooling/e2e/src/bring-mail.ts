import { createConnection } from "node:net";

type Mail = { port: number; from: string; to: string; raw: string };

/** Brings one mail to a port as another mail server does, and gives the answer to its data (or to the first thing refused). */
export const bringMail = ({ port, from, to, raw }: Mail): Promise<string> => {
  const data = raw.replace(/\r?\n/g, "\r\n").replace(/^\./gm, "..");
  const lines = ["EHLO mx.parl.example", `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, "DATA", `${data}\r\n.`];
  return new Promise((resolve, reject) => {
    const socket = createConnection(port, "127.0.0.1");
    let answer = "";
    let last = "";
    socket.on("error", reject);
    socket.on("close", () => resolve(last));
    socket.on("data", (chunk) => {
      answer += chunk.toString();
      const whole = /(?:^|\r\n)(\d{3}) [^\r\n]*\r\n$/.exec(answer);
      if (whole === null) return;
      // Said good-bye already: this answers that.
      if (socket.writableEnded) return;
      last = answer.trim();
      answer = "";
      const next = lines.shift();
      if (next === undefined || Number(whole[1]) >= 400) return void socket.end("QUIT\r\n");
      socket.write(`${next}\r\n`);
    });
  });
};
