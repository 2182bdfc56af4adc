import { createClient, createTokenStore } from "@cml/api-client";

const [url, email, password] = process.argv.slice(2);
if (url === undefined || email === undefined || password === undefined) {
  console.error("Usage: node dist/main.js URL E-MAIL PASSWORD");
  process.exit(2);
}

// Sign in once as a stranger; the token store exchanges the refresh token by itself from then on.
const stranger = createClient({ url, surface: "admin" });
const tokens = await stranger.auth.sessions.token.mutate({ email, password, label: "typed-client example" });
const token = createTokenStore({ tokens, refresh: (refreshToken) => stranger.auth.sessions.refresh.mutate({ refreshToken }) });

const client = createClient({ url, surface: "admin", token });
const campaigns = await client.influence.campaigns.list.query({ page: 1, pageSize: 20 });

// The answer is typed from the server's own schemas: titles are strings, dates are dates.
for (const { title, status, createdAt } of campaigns.items) {
  console.log(`${createdAt.toISOString().slice(0, 10)}  ${status.padEnd(8)}  ${title}`);
}
console.log(`${campaigns.total} campaigns`);
