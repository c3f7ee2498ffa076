# syntax=docker/dockerfile:1
# The bot, and nothing else: no compiler, no tests, no playground, no shell scripts. Runs as a user without rights, on a disk that may be read-only.
# For a build that can be repeated bit by bit, pin the digest: FROM node:22-bookworm-slim@sha256:...

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# The build comes later, when its sources are there.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY bundle.js ./
COPY knowledge ./knowledge
COPY src ./src
# Image layers keep whole seconds only, and the compiled knowledge is used while the files are as old as when it was compiled.
RUN find knowledge -exec touch -d '2000-01-01T00:00:00Z' {} + \
    && npm run build \
    && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production
# Health and metrics; `EXPOSE` and the health check below name the same port.
ENV SRM_HEALTH_PORT=9090
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/knowledge ./knowledge
COPY --from=build /app/dist ./dist
USER node
# 3000: requests from Slack, in HTTP mode only.
EXPOSE 3000 9090
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.SRM_HEALTH_PORT}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Node.js is the first process: it gets SIGTERM, finishes what was accepted, and leaves within ten seconds. SIGHUP loads the knowledge again.
CMD ["node", "--enable-source-maps", "dist/main.js"]
