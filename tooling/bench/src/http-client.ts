import http from "node:http";

export type Asked = { method?: "GET" | "POST"; path: string; headers?: Record<string, string>; body?: string };
export type Answered = { status: number; text: string; headers: http.IncomingHttpHeaders };

/** A plain client that keeps its connections, cheap enough to stand beside what it measures. */
export const openClient = (url: string, maxConnections: number) => {
  const { hostname, port } = new URL(url);
  const agent = new http.Agent({ keepAlive: true, maxSockets: maxConnections });

  const ask = ({ method = "GET", path, headers = {}, body }: Asked): Promise<Answered> =>
    new Promise((resolve, reject) => {
      const type = body === undefined ? {} : { "content-type": "application/json", "content-length": String(Buffer.byteLength(body)) };
      const request = http.request({ hostname, port, agent, method, path, headers: { ...type, ...headers } }, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => (text += chunk));
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
      });
      request.on("error", reject);
      request.end(body);
    });

  return { ask, close: () => agent.destroy() };
};

export type Client = ReturnType<typeof openClient>;

/** Address of a tRPC query with its input; dates are not among what is asked here. */
export const queryPath = (surface: string, procedure: string, input: object): string =>
  `/trpc/${surface}/${procedure}?input=${encodeURIComponent(JSON.stringify({ json: input }))}`;

/** What a procedure answered, or an error with its words. */
export const answerOf = <T>({ status, text }: Answered): T => {
  if (status !== 200) throw new Error(`answered ${status}: ${text.slice(0, 300)}`);
  return (JSON.parse(text) as { result: { data: { json: T } } }).result.data.json;
};
