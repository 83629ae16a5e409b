# The command line without anything else: docker run --rm -v "$PWD:/work:ro" openapi-auth-lint
FROM node:24-alpine AS build
WORKDIR /source
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json tsconfig.base.json package.nls.json README.md CHANGELOG.md LICENSE ./
COPY api/ api/
COPY cli/ cli/
COPY client/ client/
COPY linter/ linter/
COPY server/ server/
COPY scripts/ scripts/
COPY schemas/ schemas/
COPY docs/ docs/
RUN node scripts/build.mjs --minify && node scripts/npm-package.mjs

FROM node:24-alpine
COPY --from=build /source/dist/npm /opt/openapi-auth-lint
RUN ln -s /opt/openapi-auth-lint/dist/cli.js /usr/local/bin/auth-lint && chmod +x /opt/openapi-auth-lint/dist/cli.js
USER node
WORKDIR /work
ENTRYPOINT ["auth-lint"]
