# The server of Samen, with the widgets beside it. Settings come from the environment: docs/server.md.
FROM node:20-bookworm-slim AS build
WORKDIR /samen
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev --ignore-scripts

FROM node:20-bookworm-slim
ENV NODE_ENV=production SAMEN_LISTEN=0.0.0.0:8080
WORKDIR /samen
COPY --from=build /samen/package.json /samen/LICENSE ./
COPY --from=build /samen/node_modules ./node_modules
COPY --from=build /samen/dist ./dist
USER node
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD node -e "fetch('http://127.0.0.1:8080/v1/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "dist/server/main.js"]
