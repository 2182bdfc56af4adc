type Listener = { onLine: (line: string) => void; onLiteral: () => void };

/** Puts a client's bytes together to commands: a line, with the literals ("{12}") it announces written into it as quoted strings. */
export const createLineReader = ({ onLine, onLiteral }: Listener) => {
  let buffer = Buffer.alloc(0);
  let command = "";
  let literal: number | null = null;

  return (chunk: Buffer): void => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      if (literal !== null) {
        if (buffer.length < literal) return;
        command += JSON.stringify(buffer.subarray(0, literal).toString());
        buffer = buffer.subarray(literal);
        literal = null;
      }
      const end = buffer.indexOf("\r\n");
      if (end < 0) return;
      const line = buffer.subarray(0, end).toString();
      buffer = buffer.subarray(end + 2);
      const announced = /\{(\d+)(\+?)\}$/.exec(line);
      if (announced === null) {
        const whole = command + line;
        command = "";
        onLine(whole);
      } else {
        command += line.slice(0, announced.index);
        literal = Number(announced[1]);
        if (announced[2] === "") onLiteral();
      }
    }
  };
};
