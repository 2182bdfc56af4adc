# Builds the workspace once; the last stage holds only what runs, owned by nobody special.
FROM node:22-bookworm-slim AS build
WORKDIR /src
ENV TURBO_TELEMETRY_DISABLED=1 CI=true
COPY . .
RUN npx --yes pnpm@10.34.9 install --frozen-lockfile \
 && npx --yes pnpm@10.34.9 exec turbo run build \
 && npx --yes pnpm@10.34.9 --filter @cml/server --prod --legacy deploy /out/server \
 && npx --yes pnpm@10.34.9 --filter @cml/media-worker --prod --legacy deploy /out/media-worker \
 && npx --yes pnpm@10.34.9 --filter @cml/cli --prod --legacy deploy /out/cli \
 && mkdir -p /out/web \
 && cp -r apps/admin/dist /out/web/admin \
 && cp -r apps/canvass/dist /out/web/canvass \
 && cp -r apps/public/dist /out/web/public

FROM node:22-bookworm-slim AS server
ENV NODE_ENV=production DATA_DIR=/data PORT=4000 HOST=0.0.0.0 WEB_DIR=/app/web
# `docker compose exec server cm doctor`
RUN mkdir /data && chown node:node /data \
 && printf '#!/bin/sh\nexec node /app/cli/dist/main.js "$@"\n' > /usr/local/bin/cm && chmod 755 /usr/local/bin/cm
COPY --from=build /out/server /app/server
COPY --from=build /out/cli /app/cli
COPY --from=build /out/web /app/web
USER node
WORKDIR /app/server
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "dist/main.js"]

FROM node:22-bookworm-slim AS media-worker
ENV NODE_ENV=production
RUN apt-get update -qq && apt-get install -y -qq --no-install-recommends ffmpeg && rm -rf /var/lib/apt/lists/*
COPY --from=build /out/media-worker /app/media-worker
USER node
WORKDIR /app/media-worker
# It opens no port to ask; when it cannot work it ends and says why.
HEALTHCHECK NONE
CMD ["node", "dist/main.js"]
