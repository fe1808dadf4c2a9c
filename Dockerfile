# syntax=docker/dockerfile:1
# Any Node.js from 20.19 on: docker build --build-arg NODE=24 .
ARG NODE=22

FROM node:${NODE}-bookworm-slim AS build
# For nodejieba, where there is no ready-made binary of it.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates g++ make python3 \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
# Of onnxruntime's files, none but those for the processor.
ENV ONNXRUNTIME_NODE_INSTALL=skip
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM node:${NODE}-bookworm-slim
RUN apt-get update \
  && apt-get install -y --no-install-recommends tini \
  && rm -rf /var/lib/apt/lists/* \
  && install -d -o node -g node /data /data/store /data/in /data/out
ENV NODE_ENV=production \
  GONGWEN_STORE=/data/store \
  GONGWEN_LISTEN=0.0.0.0:9464
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# The program cannot change itself: its files belong to root.
USER node
EXPOSE 9464
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# tini is process 1: it hands on signals and takes leave of ended children.
ENTRYPOINT ["/usr/bin/tini", "--", "node", "/app/dist/cli/main.js"]
CMD ["worker"]
