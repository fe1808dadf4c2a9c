#!/usr/bin/env bash
# pgpass (what the driver pg reads .pgpass with) for a server that is asked by its socket's folder.
# Expected: a line for localhost serves it, as libpq has it for the default folder; seen: no password.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pgpass@1.0.5
printf 'localhost:5432:*:li:word\n' >passwords
chmod 600 passwords
cat >probe.cjs <<'JS'
const pgpass = require('pgpass');
const asked = (host) =>
  new Promise((resolve) => pgpass({ host, port: 5432, database: 'notices', user: 'li' }, resolve));
(async () => {
  const [byName, byFolder] = [await asked('localhost'), await asked('/var/run/postgresql')];
  console.log(`localhost: ${byName}, /var/run/postgresql: ${byFolder}`);
  const same = byName === 'word' && byFolder === undefined;
  console.log(`pgpass 1.0.5: ${same ? 'as stated' : 'changed'}`);
  process.exitCode = same ? 0 : 1;
})();
JS
PGPASSFILE="$dir/passwords" node probe.cjs
